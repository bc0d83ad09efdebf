// Everything that the stage listens to while it is on the page.

import { listenToDrops } from "./landing.ts";
import { listenToKeyboard } from "./keyboard.ts";
import { listenToPointer } from "./pointer.ts";
import type { Stage } from "./stage.ts";

/** The dots' distance on screen stays between this and twice this. */
const LEAST_DOT_PITCH = 12;
const DOT_PITCH = 16;

/** Follows the canvas's size until the returned function is called; the first size opens it. */
export function watchSize(stage: Stage): () => void {
  const sizes = new ResizeObserver(() => stage.resized());
  sizes.observe(stage.root);
  return () => sizes.disconnect();
}

/** Listens to an open stage until the returned function is called. */
export function listen(stage: Stage): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  listenToPointer(stage, signal);
  listenToKeyboard(stage, signal);
  listenToDrops(stage, signal);
  const dots = () => placeDots(stage);
  stage.onFrame.add(dots);
  stage.invalidate("all");

  // A theme is an attribute or a class of the page or of an ancestor.
  const themes = new MutationObserver(() => stage.themeChanged());
  for (let element: Element | null = stage.root; element; element = element.parentElement) {
    themes.observe(element, { attributeFilter: ["class", "data-theme"] });
  }
  return () => {
    controller.abort();
    themes.disconnect();
    stage.onFrame.delete(dots);
  };
}

function placeDots({ root, view }: Stage): void {
  let pitch = DOT_PITCH * view.zoom;
  while (pitch < LEAST_DOT_PITCH) pitch *= 2;
  root.style.backgroundSize = `${pitch}px ${pitch}px`;
  root.style.backgroundPosition = `${view.x - pitch / 2}px ${view.y - pitch / 2}px`;
}

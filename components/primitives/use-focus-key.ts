// A single key that brings the focus to a field from anywhere on the page, except from where one is writing.
// Chords with Ctrl, Alt or Meta are left to the page's own keys.

import { type RefObject, useEffect } from "react";

export function useFocusKey(key: string, target: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (!target.current) return;
      event.preventDefault();
      target.current.focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [key, target]);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

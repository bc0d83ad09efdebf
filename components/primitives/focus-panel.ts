// Where the focus goes when something opens: to the panel itself, so that no button of it is about to be pressed.
// A field that asks for the focus has it already; then nothing is done.

/** For `onOpenAutoFocus` of a Radix panel. */
export function focusPanel(event: Event): void {
  event.preventDefault();
  if (event.target instanceof HTMLElement) event.target.focus();
}

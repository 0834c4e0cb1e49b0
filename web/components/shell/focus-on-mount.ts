/**
 * As a ref: the element takes the focus when it appears, as a field does that replaces the button just pressed.
 * In a dialog that is not open yet it is the one that the dialog gives the focus to; elsewhere the attribute works only once a page.
 */
export function focusOnMount(element: HTMLElement | null): void {
  if (!element) return
  element.autofocus = true
  element.focus()
}

/** As a ref: the element takes the focus when it appears, as a field does that replaces the button just pressed. The autofocus attribute works only once a page. */
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus()
}

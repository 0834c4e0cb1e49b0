const SHAPES = {
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.5 4.5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  edit: 'M4 20h4L19 9l-4-4L4 16v4zM13.5 6.5l4 4',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10 11v5M14 11v5',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  send: 'M12 19V6M6 11l6-6 6 6',
  stop: 'M7 7h10v10H7z',
  up: 'M7 11v9H4v-9zM7 11l4-8c1.7 0 2.6 1.2 2.2 2.8L12.5 9H19c1 0 1.8.9 1.6 1.9l-1.4 7.5c-.2.9-.9 1.6-1.9 1.6H7',
  down: 'M17 13V4h3v9zM17 13l-4 8c-1.7 0-2.6-1.2-2.2-2.8l.7-3.2H5c-1 0-1.8-.9-1.6-1.9l1.4-7.5C5 4.7 5.7 4 6.7 4H17',
  upload: 'M12 16V5M7 9l5-5 5 5M5 20h14',
  download: 'M12 5v11M7 12l5 5 5-5M5 20h14',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  system: 'M4 5h16v11H4zM9 20h6M12 16v4',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  moveUp: 'M12 19V6M6 11l6-6 6 6',
  moveDown: 'M12 5v13M6 13l6 6 6-6',
} as const

export type IconName = keyof typeof SHAPES

/** A line drawing in the colour of the text beside it; always decoration, never the only name of a control. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  )
}

import {
  IconArchive,
  IconArchiveOff,
  IconArrowDown,
  IconArrowMerge,
  IconArrowUp,
  IconCategory,
  IconEraser,
  IconPalette,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'

const look = { size: 18, 'aria-hidden': true } as const

/** Of what can be done with a name. */
export const entryIcons = {
  archive: <IconArchive {...look} />,
  default: <IconCategory {...look} />,
  delete: <IconTrash {...look} />,
  down: <IconArrowDown {...look} />,
  look: <IconPalette {...look} />,
  merge: <IconArrowMerge {...look} />,
  rename: <IconPencil {...look} />,
  takeOff: <IconEraser {...look} />,
  unarchive: <IconArchiveOff {...look} />,
  up: <IconArrowUp {...look} />,
} as const

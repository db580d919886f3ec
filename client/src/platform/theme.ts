import { keptHere } from './kept-text.ts'

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

const key = 'ourmoney-theme'

export function currentTheme(): Theme {
  return themes.find(each => each === keptHere.read(key)) ?? 'system'
}

export function chooseTheme(theme: Theme): void {
  keptHere.keep(key, theme)
  applyTheme()
}

/** Call before anything is painted. */
export function applyTheme(): void {
  const theme = currentTheme()
  const root = document.documentElement
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
}

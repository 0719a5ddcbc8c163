import { useEffect, useSyncExternalStore } from 'react'
import type { Settings } from '../../library'

const NIGHT = '(prefers-color-scheme: dark)'

const subscribe = (changed: () => void): (() => void) => {
  const query = matchMedia(NIGHT)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** @returns the theme that is to be seen: the one chosen, or that of the system */
export function useTheme(settings: Settings): 'light' | 'dark' {
  const systemIsDark = useSyncExternalStore(subscribe, () => matchMedia(NIGHT).matches)
  return settings.theme === 'system' ? (systemIsDark ? 'dark' : 'light') : settings.theme
}

/** Text sizes by step, in pixels, on leading that stays on the four-pixel grid. */
const TEXT_SIZES = {
  '-2': { size: 15, leading: 24 },
  '-1': { size: 16, leading: 26 },
  '0': { size: 17.5, leading: 28 },
  '1': { size: 19, leading: 30 },
  '2': { size: 21, leading: 33 },
  '3': { size: 23.5, leading: 36 },
} as const

/** Size and leading of the article's text, in pixels. */
export const textSizeOf = (settings: Settings): { readonly size: number; readonly leading: number } =>
  TEXT_SIZES[`${settings.textSize}`]

/** Puts theme and text size on the window. */
export function useAppearance(settings: Settings): void {
  const theme = useTheme(settings)
  const { size, leading } = textSizeOf(settings)
  useEffect(() => {
    const root = document.documentElement
    root.dataset['theme'] = theme
    root.style.setProperty('--text-size', `${size}px`)
    root.style.setProperty('--text-leading', `${leading}px`)
  }, [theme, size, leading])
}

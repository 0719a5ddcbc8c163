/** Width and height in pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** A higher one could not be seen at once on any screen. */
const HIGHEST = 960
/** Pictures that are lower than this stand in the line, as signs do. */
const SMALL = 48

/**
 * How large a picture is shown: with its own form, never larger than it is, nor than its article says; the column
 * narrows it further.
 *
 * @param declared what the article says
 * @param own as it is stored; null while it is not
 * @returns null when nothing is known
 */
export function shownSize(declared: Partial<Size>, own: Size | null): Size | null {
  const form = own ?? (declared.width && declared.height ? declared : null)
  if (!form?.width || !form.height) return null
  const scale = Math.min(1, (declared.width || form.width) / form.width, HIGHEST / form.height)
  const scaled = (length: number): number => Math.max(1, Math.round(length * scale))
  return { width: scaled(form.width), height: scaled(form.height) }
}

/** Whether a picture stands in the line of a text. */
export const isSmall = (size: Size | null): boolean => size !== null && size.height < SMALL

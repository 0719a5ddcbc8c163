import { negative, printed, type Negative } from '../../support/pictures'

/** So many are drawn; the others differ in a strip. */
const DRAWN = 12
const WIDTH = 1200
const HEIGHT = 800
const negatives = new Map<number, Negative>()

/** The picture of a name: the same one each time, and another one for each name. */
export function makePicture(name: string): Buffer {
  const index = [...name].reduce((sum, character) => sum + character.charCodeAt(0), 0) % DRAWN
  const found = negatives.get(index) ?? negative(WIDTH, HEIGHT, index)
  negatives.set(index, found)
  return printed(found, name)
}

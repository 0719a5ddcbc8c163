import { photograph, withText } from '../../support/pictures'

/** So many are drawn; the others are the same to a decoder, and other files. */
const DRAWN = 12
const WIDTH = 1200
const HEIGHT = 800
const drawn = new Map<number, Buffer>()

/** The picture of a name: the same one each time, and another one for each name. */
export function makePicture(name: string): Buffer {
  const index = [...name].reduce((sum, character) => sum + character.charCodeAt(0), 0) % DRAWN
  const picture = drawn.get(index) ?? photograph(WIDTH, HEIGHT, index)
  drawn.set(index, picture)
  return withText(picture, name)
}

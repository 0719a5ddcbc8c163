/**
 * The months' names by how they begin, in lower case without accents, in the languages of many feeds. Where the
 * same beginning means another month elsewhere, the longer one is listed; the longest that fits decides.
 */
const BEGINNINGS: readonly (readonly [month: number, beginnings: string])[] = [
  [1, 'jan ene gen led sty sijec tammi ocak ian янв січ ιαν'],
  [2, 'feb fev fevr uno lut velja helmi subat фев лют φεβ'],
  [3, 'mar mrz mrt maa bre ozuj maalis мар бер μαρ'],
  [4, 'apr avr abr dub kwi huhti nisan апр кві απρ'],
  [5, 'may mai mag maj mei kve svib touko mayis май мая тра μαι'],
  [6, 'jun juin giu cerven cze lipnja kesa haziran июн чер ιουν'],
  [7, 'jul juil lug cervenec lip srp heina temmuz июл лип ιουλ'],
  [8, 'aug aou ago agu sie srpen kolov elo agustos авг сер αυγ'],
  [9, 'sep set szept zari wrz ruj syys eylul сен вер σεπ'],
  [10, 'oct okt out ott rij paz loka ekim окт жов οκτ'],
  [11, 'nov lis stud marras kasim ноя лис νοε'],
  [12, 'dec dez dic des gru pros joulu aralik дек гру δεκ'],
]

const monthsByBeginning: ReadonlyMap<string, number> = new Map(
  BEGINNINGS.flatMap(([month, beginnings]) =>
    beginnings.split(' ').map(beginning => [stripAccents(beginning), month] as const),
  ),
)

const LONGEST = 8

/**
 * The month, 1–12, that a word names in any of the languages known here; null for other words.
 *
 * @param word as written, of any case, with or without accents and a closing point
 */
export function monthNumber(word: string): number | null {
  const plain = stripAccents(word.toLowerCase())
  for (let length = Math.min(plain.length, LONGEST); length >= 3; length--) {
    const month = monthsByBeginning.get(plain.slice(0, length))
    if (month !== undefined) return month
  }
  return null
}

function stripAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/g, 'i')
}

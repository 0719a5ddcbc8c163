const MOST_PARTS = 1000

/**
 * Puts the parts of a page in their places that React sends after the page, hidden, and that a script moves when they
 * have arrived: the part `S:1f` takes the place of `<template id="B:1f">` and of what is shown there until then, or of
 * `<template id="P:1f">` alone.
 * Source: https://github.com/reactwg/react-18/discussions/37 (streaming of HTML)
 */
export function settleStreams(root: Element): void {
  const parts = [...root.querySelectorAll('div[hidden][id^="S:"]')].slice(0, MOST_PARTS)
  if (parts.length === 0) return
  const places = new Map<string, Element>()
  for (const place of root.querySelectorAll('template[id^="B:"], template[id^="P:"]'))
    places.set(place.id, place)
  for (const part of parts) {
    const number = part.id.slice(2)
    const place = places.get(`B:${number}`) ?? places.get(`P:${number}`)
    if (place && !part.contains(place)) move(part, place)
  }
}

function move(part: Element, place: Element): void {
  if (place.id.startsWith('B:')) for (const node of waitingAt(place)) node.remove()
  place.replaceWith(...part.childNodes)
  part.remove()
}

/** What is shown until the part is there ("Loading"): it stands between the template and a comment, where that is left. */
function waitingAt(place: Element): readonly ChildNode[] {
  const waiting: ChildNode[] = []
  for (let node = place.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType === Node.COMMENT_NODE && node.nodeValue === '/$') return waiting
    waiting.push(node)
  }
  return []
}

// What makers of other feed libraries expect of their test feeds, in the words of our own task `feeds`.
import fs from 'node:fs'
import path from 'node:path'

/**
 * @typedef {Record<string, any>} Json another library's model, as it lies there
 * @typedef {Record<string, unknown>} Values by class; what is undefined or empty is not expected
 * @typedef {{ feed: Values, entries: Values[] }} Expectation
 */

/**
 * Whether a file is meant to be read as a feed, and is no expectation, subscription list or licence.
 *
 * @param {string} folder @param {string} file inside it @returns {boolean}
 */
export function isFeedFile(folder, file) {
  if (/\.(?:xml|rss|atom|rdf)$/.test(file)) return true
  const stem = path.join(folder, file.replace(/\.json$/, ''))
  return file.endsWith('.json') && !/\.serde\.|_expected\./.test(file) && !fs.existsSync(`${stem}.xml`)
}

/**
 * @param {string} folder @param {string} file inside it
 * @returns {Expectation | null} null when nobody says what is right
 */
export function expectationFor(folder, file) {
  const stem = path.join(folder, file.replace(/\.\w+$/, ''))
  const beside = file.endsWith('.xml') ? [`${stem}.json`] : []
  const found = [`${stem}_expected.json`, `${stem}.serde.json`, ...beside].find(name => fs.existsSync(name))
  if (!found) return null
  const json = JSON.parse(fs.readFileSync(found, 'utf8'))
  if (found.endsWith('.serde.json')) return fromFeedRs(json)
  if (json.entries) return fromAtom(json)
  if (json.home_page_url) return fromJsonFeed(json)
  return json.feedType ? fromUniversal(json) : fromRss(json)
}

/** gofeed's model for every format. @param {Json} json @returns {Expectation} */
function fromUniversal(json) {
  const { title, link, description, language, feedLink: self, image } = json
  return {
    feed: { title, link, description, language, self, icon: image?.url },
    entries: (json.items ?? []).map((/** @type {Json} */ item) => ({
      id: item.guid,
      title: item.title,
      link: item.link,
      published: item.publishedParsed,
      updated: item.updatedParsed,
      author: people(item.authors),
      summary: item.description,
      content: item.content,
      categories: item.categories,
      enclosures: item.enclosures?.map(file),
      image: item.image?.url,
    })),
  }
}

/** gofeed's model of RSS. @param {Json} json @returns {Expectation} */
function fromRss(json) {
  const { title, link, description, language, image, ttl, skipHours, skipDays } = json
  return {
    feed: {
      title,
      link,
      description,
      language,
      icon: image?.url,
      schedule: schedule(ttl, skipHours, skipDays),
    },
    entries: (json.items ?? []).map((/** @type {Json} */ item) => ({
      id: item.guid?.value,
      title: item.title,
      link: item.link,
      published: item.pubDateParsed,
      author: item.author,
      summary: item.description,
      content: item.content,
      categories: item.categories?.map((/** @type {Json} */ category) => category.value),
      enclosures: item.enclosures?.map(file),
    })),
  }
}

/** gofeed's model of Atom. @param {Json} json @returns {Expectation} */
function fromAtom(json) {
  const { title, subtitle: description, language } = json
  const linkOf = (/** @type {Json} */ holder, /** @type {string} */ relation) =>
    (holder.links ?? []).find((/** @type {Json} */ link) => link.rel === relation && link.href)?.href
  return {
    feed: {
      ...{ title, description, language },
      link: linkOf(json, 'alternate'),
      self: linkOf(json, 'self'),
      icon: json.icon ?? json.logo,
    },
    entries: json.entries.map((/** @type {Json} */ entry) => ({
      id: entry.id,
      title: entry.title,
      link: linkOf(entry, 'alternate') ?? entry.content?.src,
      published: entry.publishedParsed,
      updated: entry.updatedParsed,
      author: people(entry.authors),
      summary: entry.summary,
      content: entry.content?.value,
      categories: entry.categories?.flatMap((/** @type {Json} */ { label, term }) => label ?? term ?? []),
      enclosures: entry.links
        ?.filter((/** @type {Json} */ link) => link.rel === 'enclosure')
        .map((/** @type {Json} */ link) => file({ ...link, url: link.href })),
    })),
  }
}

/** JSON Feed itself: gofeed's model is the format. @param {Json} json @returns {Expectation} */
function fromJsonFeed(json) {
  const { title, home_page_url: link, feed_url: self, description, language, icon } = json
  return {
    feed: { title, link, self, description, language, icon: icon ?? json.favicon },
    entries: json.items.map((/** @type {Json} */ item) => ({
      id: item.id,
      title: item.title,
      link: item.url ?? item.external_url,
      published: item.date_published,
      updated: item.date_modified,
      author: people(item.authors ?? (item.author ? [item.author] : [])),
      summary: item.summary,
      content: item.content_html ?? item.content_text,
      categories: item.tags,
      enclosures: item.attachments?.map(
        (/** @type {Json} */ { url, mime_type: type, size_in_bytes: length }) => file({ url, type, length }),
      ),
      image: item.image ?? item.banner_image,
    })),
  }
}

/**
 * feed-rs's model. Left out is what it makes up: ids where a feed has none, `updated` for RSS.
 *
 * @param {Json} json @returns {Expectation}
 */
function fromFeedRs(json) {
  const linkOf = (/** @type {Json} */ holder) =>
    holder.links.find((/** @type {Json} */ link) => link.rel === null || link.rel === 'alternate')?.href
  return {
    feed: {
      title: json.title?.content,
      link: linkOf(json),
      description: json.description?.content,
      language: json.language,
    },
    entries: json.entries.map((/** @type {Json} */ entry) => ({
      title: entry.title?.content,
      link: linkOf(entry),
      published: entry.published,
      updated: json.feed_type === 'Atom' ? entry.updated : undefined,
      author: people(entry.authors),
      summary: entry.summary?.content,
      content: entry.content?.body,
      categories: entry.categories.map((/** @type {Json} */ category) => category.label ?? category.term),
    })),
  }
}

/** @param {Json[] | undefined} authors @returns {string} names, else addresses */
function people(authors) {
  return (authors ?? []).flatMap(({ name, email }) => name ?? email ?? []).join(', ')
}

/** @param {Json} enclosure @returns {string} */
function file({ url, type, length }) {
  return [url, type ?? '', length ?? ''].join(' ')
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** @param {string | undefined} ttl @param {string[]} [hours] @param {string[]} [days] @returns {string} */
function schedule(ttl, hours, days) {
  if (!ttl && !hours && !days) return ''
  return JSON.stringify([
    Number(ttl) || null,
    (hours ?? []).map(Number),
    (days ?? []).map(day => DAYS.indexOf(day)),
  ])
}

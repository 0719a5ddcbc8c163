import type { ArticleRow } from '../../library'

/** What an exported article is made of. */
export interface Exported {
  readonly article: Pick<ArticleRow, 'title' | 'lead' | 'byline' | 'link' | 'language'>
  readonly source: string
  /** Where `article.dateline` is: as the person's locale writes it, and as an ISO 8601 date. */
  readonly dateline: { readonly shown: string; readonly machine: string }
  /** Canonical HTML. */
  readonly html: string
  /** The address of the picture above the text. */
  readonly leadPicture: string | null
  /** Pictures by their addresses, as `data:` addresses. */
  readonly pictures: ReadonlyMap<string, string>
}

/** Nothing in the file can run or fetch, whatever opens it. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

const STYLE = `
:root { color-scheme: light dark }
body { max-width: 40rem; margin: 3rem auto; padding: 0 1.5rem; font: 1.1rem/1.6 Georgia, serif }
h1 { margin: 0.3rem 0 0.6rem; font-size: 2.1rem; line-height: 1.15; text-wrap: balance }
.dateline, .byline, figcaption, td, th { font: 0.8rem/1.5 system-ui, sans-serif }
.byline { padding-bottom: 0.9rem; border-bottom: 1px solid; opacity: 0.75 }
figure { margin: 1.2rem 0 }
img { max-width: 100%; height: auto }
blockquote { margin: 0 0 0 1.2rem; font-style: italic }
pre { overflow-x: auto }
table { border-collapse: collapse }
td, th { padding: 0.2rem 1rem 0.2rem 0; text-align: start; vertical-align: top }
`

/** An article as one HTML file that shows itself anywhere, and that Broadsheet reads again as the same article. */
export function exportHtml({ article, source, dateline, html, leadPicture, pictures }: Exported): string {
  const { byline, link, language } = article
  const title = escaped(article.title || article.lead)
  const lead =
    leadPicture === null ? '' : `<figure><img data-picture="${escaped(leadPicture)}" alt=""></figure>`
  const meta = (name: string, value: string | null): string =>
    value ? `<meta ${name} content="${escaped(value)}">\n` : ''
  const from = link === null ? escaped(source) : `<a href="${escaped(link)}">${escaped(source || link)}</a>`
  return `<!doctype html>
<html${language ? ` lang="${escaped(language)}"` : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="generator" content="Broadsheet">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${meta('property="og:title"', article.title)}${meta('property="og:site_name"', source)}${meta('name="author"', byline)}${meta('property="article:published_time"', dateline.machine)}${link === null ? '' : `<link rel="canonical" href="${escaped(link)}">\n`}<style>${STYLE}</style>
</head>
<body>
<article>
<header>
<p class="dateline">${from} <time datetime="${dateline.machine}">${escaped(dateline.shown)}</time></p>
<h1 dir="auto">${title}</h1>
${byline ? `<p class="byline" dir="auto">${escaped(byline)}</p>\n` : ''}</header>
${withPictures(lead + html, pictures)}
</article>
</body>
</html>
`
}

/** Pictures that are not there keep their address where a program finds it and nothing fetches it. */
const withPictures = (html: string, pictures: Exported['pictures']): string =>
  html.replaceAll(/<img data-picture="([^"]*)"/g, (_, written: string) => {
    const picture = pictures.get(unescaped(written))
    if (picture !== undefined) return `<img src="${picture}"`
    return `<img ${written.startsWith('data:') ? 'src' : 'data-src'}="${written}"`
  })

const REFERENCES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, character => REFERENCES[character as keyof typeof REFERENCES])

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

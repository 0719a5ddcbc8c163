import { expect, test } from '@playwright/test'
import { describeFeedFile } from '../../../renderer/feeds'
import { fixture } from './support'

test('a feed file is described as JSON with dates in ISO 8601', () => {
  const description = describeFeedFile(fixture('harbour.rdf'), {
    url: 'https://base.example/harbour.rdf',
    file: 'harbour.rdf',
  })
  expect(JSON.parse(JSON.stringify(description))).toEqual({
    file: 'harbour.rdf',
    ok: true,
    feed: {
      title: 'Harbour Board',
      link: 'https://harbour.example/',
      description: 'Tides and berths',
      language: null,
      selfLink: null,
      icon: null,
      refresh: { ttlMinutes: null, skipHours: [], skipDays: [], updatePeriodMinutes: null },
    },
    entries: [
      {
        id: 'https://harbour.example/berth-9',
        link: 'https://harbour.example/berth-9',
        title: 'Berth nine is free again',
        author: 'The harbour master',
        published: '2024-11-26T08:00:00.000Z',
        updated: '2024-11-26T08:00:00.000Z',
        summary: 'The dredger has left.',
        content: '',
        categories: ['Berths'],
        enclosures: [],
        image: null,
      },
    ],
  })
})

test('a file that is no feed is described by its problem', () => {
  const description = describeFeedFile(fixture('page.html'), {
    url: 'https://base.example/page.html',
    file: 'page.html',
  })
  expect(description).toEqual({ file: 'page.html', ok: false, error: 'html: The document is a web page.' })
})

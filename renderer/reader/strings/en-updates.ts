import type { UpdateProblem, UpdateWay } from '../../../preload/contract'

/** What the reader says about newer versions of itself, in English. */
export const updatesEnglish = {
  title: 'Updates',
  open: 'Updates…',
  label: 'A newer version',
  version: (version: string) => `This is Broadsheet ${version}.`,
  /** Who renews this copy of the program. */
  ways: {
    package: 'It came as a package of your system, whose software updates renew it.',
    flatpak: 'It came as a Flatpak, which renews it.',
    snap: 'It came as a Snap, which renews itself.',
    store: 'It came from your system’s store, which renews it.',
    'by-hand': 'It was unpacked by hand: to renew it, put a newer version in its place. Your library stays.',
    source: 'It runs from its source: to renew it, get the newer source.',
  } satisfies Record<Exclude<UpdateWay, 'itself'>, string>,

  ask: (host: string) =>
    `May Broadsheet ask ${host} once a day whether there is a newer version? The request says nothing about you or what you read.`,
  yes: 'Yes, once a day',
  no: 'No',
  automatic: 'Look for newer versions once a day',
  automaticHelp: (host: string) =>
    `One request a day to ${host}. It says nothing about you, your computer or what you read. Nothing is downloaded or installed before you say so.`,
  checkNow: 'Check now',
  look: 'Look for a newer version',
  checkedAt: (when: string) => `Last checked ${when}.`,
  checking: 'Looking for a newer version…',
  newest: 'This is the newest version.',

  found: (version: string) => `Broadsheet ${version} is out.`,
  downloading: (version: string, percent: number) =>
    `Broadsheet ${version} is being downloaded: ${percent} %`,
  ready: (version: string) => `Broadsheet ${version} is ready.`,
  installing: 'Your library is backed up, then Broadsheet starts anew…',
  notesTitle: (version: string) => `What is new in ${version}`,
  noNotes: 'Its publisher says nothing about it.',

  notes: 'What is new',
  download: 'Download',
  stop: 'Stop',
  install: 'Restart now',
  later: 'Later',
  skip: 'Skip this version',
  again: 'Try again',
  dismiss: 'Dismiss',

  problems: {
    offline: 'There is no network. Connect, then try again.',
    unreachable: 'The address of updates does not answer. Nothing was changed; try again later.',
    'bad-answer':
      'The address of updates says nothing that can be understood. Nothing was changed; try again later.',
    damaged: 'What was downloaded is damaged, so it was thrown away. This version goes on; try again.',
    backup:
      'Your library could not be backed up, so nothing was installed. Make room on the disk, or make its folder “backups” writable, and try again.',
    'disk-full': 'The disk is full. Nothing was changed; make room and try again.',
    'not-allowed':
      'Broadsheet may not write where it is installed. Nothing was changed; move it to a folder of yours, or install the newer version by hand.',
    unknown: 'The update failed. This version goes on; try again, or install the newer version by hand.',
  } satisfies Record<UpdateProblem, string>,
}

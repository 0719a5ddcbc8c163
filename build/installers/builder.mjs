// The configuration of electron-builder, as one function of what is known about this build.
import fs from 'node:fs'
import path from 'node:path'

const PROJECT = path.resolve(import.meta.dirname, '../..')

/** Where `npm run dist` puts what it makes on the way: icons, notices. */
export const WORK = path.join(PROJECT, 'out/package')

/** Where the finished files are. */
export const OUTPUT = path.join(PROJECT, 'dist')

/** What the program may add to the size of Electron itself, in bytes of the installed folder. */
export const SIZE_BUDGET = 6 * 1024 * 1024

/**
 * Every switch that Electron has in its executable, and how it must stand; they are read back from what was built.
 *
 * The program keeps no cookies, so encrypting them guards nothing; it would open the system's key store at every start,
 * which asks some people for a password.
 */
export const FUSES = /** @type {const} */ ({
  runAsNode: false,
  enableCookieEncryption: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
})

/** What each system's installers are, by electron-builder's names. */
export const TARGETS = /** @type {const} */ ({
  linux: ['AppImage', 'deb', 'rpm', 'tar.gz'],
  win: ['nsis', 'portable'],
  mac: ['dmg', 'zip'],
})

/** Libraries that Electron's executable names, and what it loads when it is there. `a | b`: b is the older name. */
const DEBIAN_LIBRARIES = [
  'libgtk-3-0t64 | libgtk-3-0', 'libglib2.0-0t64 | libglib2.0-0', 'libatk1.0-0t64 | libatk1.0-0',
  'libatk-bridge2.0-0t64 | libatk-bridge2.0-0', 'libatspi2.0-0t64 | libatspi2.0-0', 'libcups2t64 | libcups2',
  'libasound2t64 | libasound2', 'libnss3', 'libnspr4', 'libdbus-1-3', 'libdrm2', 'libgbm1', 'libexpat1', 'libudev1',
  'libpango-1.0-0', 'libcairo2', 'libx11-6', 'libxcb1', 'libxcomposite1', 'libxdamage1', 'libxext6', 'libxfixes3',
  'libxrandr2', 'libxkbcommon0', 'libc6', 'xdg-utils',
] // prettier-ignore
const DEBIAN_RECOMMENDED = [
  'libnotify4',
  'libsecret-1-0',
  'libgl1',
  'libegl1',
  'fonts-liberation | fonts-dejavu-core',
]
const FEDORA_LIBRARIES = [
  'gtk3', 'nss', 'libnotify', 'libsecret', 'alsa-lib', 'at-spi2-core', 'cups-libs', 'libdrm', 'mesa-libgbm',
  'libXcomposite', 'libXdamage', 'libXrandr', 'libxkbcommon', 'xdg-utils',
] // prettier-ignore

/** @typedef {{ readonly owner: string, readonly repo: string, readonly url: string }} Repository */

/**
 * Where the project and its releases are: said once, in package.json.
 *
 * @returns {Repository} @throws when it names no GitHub repository
 */
export function repositoryOf(/** @type {{ readonly repository?: string }} */ description) {
  const match = /^(?:github:|https:\/\/github\.com\/)([\w.-]+)\/([\w.-]+?)(?:\.git)?$/.exec(
    description.repository ?? '',
  )
  if (!match) throw new Error('package.json must name a GitHub repository under "repository".')
  const [, owner = '', repo = ''] = match
  return { owner, repo, url: `https://github.com/${owner}/${repo}` }
}

/** @returns {{ readonly version: string, readonly repository?: string, readonly author: string }} */
export const readDescription = () => JSON.parse(fs.readFileSync(path.join(PROJECT, 'package.json'), 'utf8'))

/**
 * What is known about a build before it begins.
 *
 * @typedef {object} Build
 * @property {string} version of the program
 * @property {boolean} isRelease whether it will look for its updates at the project's releases
 * @property {string | undefined} updates address of a folder with updates, instead of the releases
 * @property {{ readonly folder: string, readonly version: string } | undefined} runtime an unpacked Electron to be used
 *   instead of the one that package.json names
 */

const ASSETS = 'out/renderer/assets'

/** The worker of the command `evaluate`, and what only that loads: it names the worker. */
function assetsOfEvaluate() {
  const folder = path.join(PROJECT, ASSETS)
  const names = fs.readdirSync(folder)
  const worker = names.find(name => name.startsWith('evaluate.worker-'))
  if (!worker) throw new Error('out/renderer has no worker of the command evaluate, which is to be left out.')
  return names.filter(
    name => name === worker || fs.readFileSync(path.join(folder, name), 'latin1').includes(worker),
  )
}

/** What goes into the package: what electron-vite built, without the command `evaluate`, and nothing else. */
const filesOf = () => [
  'package.json',
  'out/main/**',
  'out/preload/**',
  'out/renderer/**',
  '!out/main/evaluate.js',
  '!out/renderer/evaluate',
  ...assetsOfEvaluate().map(name => `!${ASSETS}/${name}`),
  '!**/*.map',
]

/**
 * An own build asks nobody for updates, unless an address is given: whoever builds also updates.
 *
 * @param {Build} build @param {Repository} repository
 */
const publishOf = ({ isRelease, updates }, { owner, repo }) => [
  ...(updates ? [{ provider: /** @type {const} */ ('generic'), url: updates }] : []),
  ...(isRelease
    ? [
        {
          provider: /** @type {const} */ ('github'),
          owner,
          repo,
          releaseType: /** @type {const} */ ('draft'),
        },
      ]
    : []),
]

/**
 * The whole configuration of electron-builder.
 *
 * @param {Build} build @returns {import('electron-builder').Configuration}
 */
export function configurationOf(build) {
  const description = readDescription()
  const repository = repositoryOf(description)
  const publish = publishOf(build, repository)
  return {
    // For ever: Windows finds the installed program by it.
    appId: 'org.broadsheet.reader',
    productName: 'Broadsheet',
    copyright: `Copyright © ${description.author}`,
    directories: { output: OUTPUT, buildResources: path.join(PROJECT, 'build') },
    files: filesOf(),
    asar: true,
    // Everything is bundled, so no package goes in; build/installers/check.mjs refuses what asks for one.
    beforeBuild: async () => false,
    extraMetadata: {
      version: build.version,
      homepage: repository.url,
      // What is bundled needs no list of packages, and the installed program no engine.
      dependencies: null,
      engines: null,
    },
    extraResources: [
      { from: path.join(PROJECT, 'LICENSE'), to: 'LICENSE.txt' },
      { from: path.join(WORK, 'THIRD-PARTY-NOTICES.txt'), to: 'THIRD-PARTY-NOTICES.txt' },
    ],
    electronFuses: FUSES,
    // An unpacked Electron carries a starter of its own and, when it was taken from another program, that one's updates.
    afterExtract: async ({ appOutDir, packager }) => {
      const resources = packager.getResourcesDir(appOutDir)
      for (const name of ['default_app.asar', 'app-update.yml'])
        fs.rmSync(path.join(resources, name), { force: true })
      fs.rmSync(path.join(appOutDir, 'version'), { force: true })
    },
    ...(build.runtime ? { electronDist: build.runtime.folder, electronVersion: build.runtime.version } : {}),
    publish: publish.length ? publish : null,
    electronUpdaterCompatibility: '>=6',
    // A test build's version ends in -test, which is no channel that anybody follows.
    detectUpdateChannel: build.runtime === undefined,
    protocols: [
      { name: 'Feeds', schemes: ['feed'] },
      { name: 'Broadsheet links', schemes: ['broadsheet'] },
    ],
    ...linuxOf(repository, build.runtime !== undefined),
    ...windowsOf(),
    ...macOf(),
  }
}

/**
 * @param {Repository} repository @param {boolean} isTest whether it is packed to be tried soon, and not to be small
 * @returns {import('electron-builder').Configuration}
 */
function linuxOf(repository, isTest) {
  const documents = [
    `${path.join(PROJECT, 'LICENSE')}=/usr/share/doc/broadsheet/copyright`,
    `${path.join(WORK, 'CHANGELOG.md.gz')}=/usr/share/doc/broadsheet/CHANGELOG.md.gz`,
  ]
  const scripts = {
    afterInstall: path.join(PROJECT, 'build/linux/after-install.sh'),
    afterRemove: path.join(PROJECT, 'build/linux/after-remove.sh'),
  }
  return {
    linux: {
      target: [...TARGETS.linux],
      executableName: 'broadsheet',
      icon: path.join(WORK, 'icons/linux'),
      category: 'Network;News;Feed',
      synopsis: 'News reader that keeps what you follow',
      description: 'Read, search and quote what you follow, offline and without an account.',
      maintainer: `The Broadsheet authors <${repository.owner}@users.noreply.github.com>`,
      vendor: 'The Broadsheet authors',
      syncDesktopName: true,
      // The system knows OPML already. Pages are left to the browser: a desktop without a chosen one would take us.
      mimeTypes: ['text/x-opml+xml'],
      extraResources: [{ from: path.join(WORK, 'icons/linux/256x256.png'), to: 'icon.png' }],
      desktop: {
        entry: {
          GenericName: 'News Reader',
          Keywords: 'news;feed;rss;atom;opml;reader;offline;article;newspaper;',
          StartupNotify: 'true',
          Actions: 'Background;',
        },
        desktopActions: { Background: { Name: 'Start in the Background', Exec: 'broadsheet --hidden' } },
      },
    },
    deb: {
      depends: DEBIAN_LIBRARIES,
      recommends: DEBIAN_RECOMMENDED,
      packageCategory: 'net',
      priority: 'optional',
      compression: isTest ? 'zst' : 'xz',
      fpm: documents,
      ...scripts,
    },
    rpm: { depends: FEDORA_LIBRARIES, fpm: documents, ...scripts },
    appImage: { artifactName: '${name}-${version}-${arch}.${ext}' },
  }
}

/** @returns {import('electron-builder').Configuration} */
function windowsOf() {
  return {
    win: {
      target: [...TARGETS.win],
      icon: path.join(WORK, 'icons/icon.ico'),
      fileAssociations: [{ ext: 'opml', name: 'OPML', description: 'Subscriptions (OPML)', role: 'Editor' }],
    },
    // One click, for this person only: no question, no administrator.
    nsis: {
      oneClick: true,
      perMachine: false,
      // One for each processor: one for both is twice as large.
      buildUniversalInstaller: false,
      include: path.join(PROJECT, 'build/windows/installer.nsh'),
      artifactName: '${productName}-${version}-${arch}-setup.${ext}',
    },
    portable: {
      buildUniversalInstaller: false,
      artifactName: '${productName}-${version}-${arch}-portable.${ext}',
    },
  }
}

/** @returns {import('electron-builder').Configuration} */
function macOf() {
  const entitlements = path.join(PROJECT, 'build/mac/entitlements.plist')
  // Without a certificate the program is signed by nobody ("ad hoc"), which Apple's processors ask for at least.
  const isSigned = Boolean(process.env['CSC_LINK'] || process.env['CSC_NAME'])
  return {
    mac: {
      target: [...TARGETS.mac].map(target => ({ target, arch: ['universal'] })),
      category: 'public.app-category.news',
      icon: path.join(WORK, 'icons/icon.icns'),
      hardenedRuntime: isSigned,
      gatekeeperAssess: false,
      entitlements,
      entitlementsInherit: entitlements,
      ...(isSigned ? {} : { identity: '-' }),
      notarize: isSigned && Boolean(process.env['APPLE_ID']),
      // Shown under "Open with", never the program that opens pages by itself.
      fileAssociations: [
        { ext: 'opml', name: 'OPML', description: 'Subscriptions (OPML)', role: 'Editor' },
        { ext: ['html', 'htm'], name: 'Saved page', role: 'Viewer', rank: 'Alternate', isPackage: false },
      ],
      artifactName: '${productName}-${version}-${arch}.${ext}',
    },
    dmg: { title: '${productName} ${version}' },
  }
}

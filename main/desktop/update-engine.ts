import {
  AppImageUpdater,
  CancellationToken,
  MacUpdater,
  NsisUpdater,
  type AppUpdater,
} from 'electron-updater'
import type { NewVersion } from '../../preload/contract'
import { createProxySwitch, type ProxySetting } from '../network'
import { replaceExecutable, startAfterwards } from './replace-file'
import { plainNotes } from './update-notes'
import { keepUpdatesPrivate } from './update-session'

/** Finds, fetches and installs newer versions. What goes wrong is thrown; the program that runs is untouched then. */
export interface UpdateEngine {
  /** @returns null when there is none */
  check(): Promise<NewVersion | null>
  /** Downloads what was found and verifies it. @param onProgress told from 0 to 100 @param signal gives it up */
  download(onProgress: (percent: number) => void, signal: AbortSignal): Promise<void>
  /** Puts what was downloaded in the place of this program and has it started anew; then the program quits. */
  install(): Promise<never>
  useProxy(proxy: ProxySetting): Promise<boolean>
}

/** How the engine works on this machine. */
export interface EngineOptions {
  /** The file that names the address of updates; nothing else does. */
  readonly config: string
  readonly isPackaged: boolean
  /** The command line of the program when it is started anew. */
  readonly restart: readonly string[]
}

/** A server that says nothing for so long, in milliseconds, is not waited for. */
const PATIENCE = 20_000

/** In the number's place that electron-updater makes for each installation, to be sent along. */
const NOBODY = { value: Promise.resolve('') }

/** Makes the engine of this platform. To be called after Electron's `ready`. */
export function createEngine(options: EngineOptions): UpdateEngine {
  let updater = createUpdater(options)
  keepUpdatesPrivate(updater.netSession)
  const proxy = createProxySwitch(updater.netSession)
  return {
    check: async () => {
      const result = await within(PATIENCE, updater.checkForUpdates()).catch((error: unknown) => {
        // It would go on waiting for its answer, and let whoever asks again wait with it.
        if (error === TIMED_OUT) updater = createUpdater(options)
        throw error
      })
      if (!result?.isUpdateAvailable) return null
      const { version, releaseNotes } = result.updateInfo
      return { version, notes: plainNotes(releaseNotes) }
    },
    download: (onProgress, signal) => download(updater, onProgress, signal),
    install: () =>
      new Promise((_, reject) => {
        updater.once('error', reject)
        updater.quitAndInstall(true, true)
      }),
    useProxy: setting => proxy.use(setting),
  }
}

const TIMED_OUT = new Error('net::ERR_TIMED_OUT')

/** @throws TIMED_OUT when work takes longer; it goes on then, and nobody hears of its end */
async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(TIMED_OUT), milliseconds)
  })
  return Promise.race([work, patience]).finally(() => clearTimeout(timer))
}

async function download(
  updater: AppUpdater,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const token = new CancellationToken()
  let isStalled = false
  const timer = setTimeout(() => {
    isStalled = true
    token.cancel()
  }, PATIENCE)
  const onPart = ({ percent }: { readonly percent: number }): void => {
    timer.refresh()
    onProgress(percent)
  }
  updater.on('download-progress', onPart)
  signal.addEventListener('abort', () => token.cancel(), { once: true })
  try {
    await updater.downloadUpdate(token)
  } catch (error) {
    throw isStalled ? TIMED_OUT : error
  } finally {
    clearTimeout(timer)
    updater.off('download-progress', onPart)
  }
}

function createUpdater({ config, isPackaged, restart }: EngineOptions): AppUpdater {
  const updater = updaterOfPlatform(restart)
  updater.updateConfigPath = config
  updater.forceDevUpdateConfig = !isPackaged
  updater.autoDownload = false
  // Nothing is installed that the person did not ask for, nor before the library is backed up.
  updater.autoInstallOnAppQuit = false
  updater.allowDowngrade = false
  updater.allowPrerelease = false
  updater.disableWebInstaller = true
  updater.logger = null
  // A number that is not made is neither kept nor sent; who is to wait for a version is nobody's business to draw lots on.
  Object.defineProperty(updater, 'stagingUserIdPromise', { value: NOBODY })
  updater.isUserWithinRollout = () => true
  return updater
}

function updaterOfPlatform(restart: readonly string[]): AppUpdater {
  switch (process.platform) {
    case 'darwin':
      return new MacUpdater()
    case 'win32':
      return new NsisUpdater()
    default:
      return new WholeAppImageUpdater(restart)
  }
}

/**
 * The updater of AppImages, with an installation of our own: theirs removes the old file before the new one is there,
 * and starts the new program while the old one still has the library.
 */
class WholeAppImageUpdater extends AppImageUpdater {
  constructor(private readonly restart: readonly string[]) {
    super()
  }

  protected override doInstall(): boolean {
    const image = process.env['APPIMAGE']
    if (!image || !this.installerPath) throw new Error('there is no AppImage, or nothing was downloaded')
    replaceExecutable(this.installerPath, image)
    startAfterwards(image, this.restart)
    return true
  }
}

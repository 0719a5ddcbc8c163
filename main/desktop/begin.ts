import { app } from 'electron'
import fs from 'node:fs'
import path from 'node:path'
import { ownArguments, readArguments, type Mistake, type RunOrder } from './arguments'
import { folderOfProgram, type Machine } from './installation'
import { STRINGS } from './strings'

/** The folder that, where it stands beside the program, takes its data. */
export const PORTABLE_FOLDER = 'Broadsheet Data'
/** Larger files are not read. */
export const LARGEST_FILE = 200 * 1024 * 1024
/** What a command line that cannot be followed ends with. */
const WRONG = 2

/**
 * Follows the command line as far as that goes before anything is opened: says what it asks for and ends the program,
 * or chooses the folder of the data. To be called before Electron is ready.
 *
 * @returns what else it asks for
 */
export function begin(machine: Machine): RunOrder {
  const args = ownArguments(process.argv, app.isPackaged ? null : app.getAppPath())
  const order = readArguments(args, process.cwd())
  switch (order.kind) {
    case 'help':
      return end(0, STRINGS.commandLine.help(PORTABLE_FOLDER))
    case 'version':
      return end(0, `${app.name} ${app.getVersion()}`)
    case 'wrong':
      return refuse(order.mistake)
    case 'run': {
      const mistake = mistakeOf(order.files)
      if (mistake) return refuse(mistake)
      chooseProfile(order.profile ?? portableProfile(machine))
      return order
    }
  }
}

/** What the program runs on. */
export const thisMachine = (): Machine => ({
  platform: process.platform,
  env: process.env,
  executable: process.execPath,
  resources: process.resourcesPath,
  isPackaged: app.isPackaged,
  isFromStore: process.mas || process.windowsStore,
  readFile: file => {
    try {
      return fs.readFileSync(file, 'utf8')
    } catch {
      return null
    }
  },
})

/** The folder beside the program, where there is one; the portable program for Windows makes it. */
function portableProfile(machine: Machine): string | null {
  const folder = folderOfProgram(machine)
  if (folder === null) return null
  const beside = path.join(folder, PORTABLE_FOLDER)
  const isPortable = machine.platform === 'win32' && machine.env['PORTABLE_EXECUTABLE_DIR'] !== undefined
  return isPortable || fs.statSync(beside, { throwIfNoEntry: false })?.isDirectory() ? beside : null
}

function chooseProfile(folder: string | null): void {
  if (folder === null) return
  try {
    fs.mkdirSync(folder, { recursive: true })
    fs.accessSync(folder, fs.constants.W_OK)
  } catch {
    refuse({ kind: 'no-profile', given: folder })
  }
  app.setPath('userData', folder)
}

/** A path that was mistyped is told where it was typed, also when another program will read the file. */
function mistakeOf(files: readonly string[]): Mistake | null {
  for (const given of files) {
    const found = fs.statSync(given, { throwIfNoEntry: false })
    if (!found?.isFile()) return { kind: 'no-file', given }
    if (found.size > LARGEST_FILE) return { kind: 'file-too-large', given }
  }
  return null
}

const refuse = ({ kind, given }: Mistake): never => {
  const { mistakes, seeHelp } = STRINGS.commandLine
  return end(WRONG, `${mistakes[kind](given)} ${seeHelp}`)
}

function end(code: number, text: string): never {
  const stream = code === 0 ? process.stdout : process.stderr
  stream.write(`${text}\n`)
  app.exit(code)
  // Before Electron is ready its own exit does not return.
  process.exit(code)
}

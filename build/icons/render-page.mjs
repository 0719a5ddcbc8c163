// The page's side of build/icons.mjs: an Electron program that draws SVG files as PNG, and nothing else.
import { app, BrowserWindow } from 'electron'
import fs from 'node:fs'

/**
 * @typedef {{ readonly svg: string, readonly size: number, readonly inset: number, readonly file: string }} Drawing
 * `inset` is the share of the size that stays empty at each side.
 */

/** Draws in a canvas, so that no screen's scale or colours come in. @param {BrowserWindow} window @param {Drawing} drawing */
async function draw(window, { svg, size, inset, file }) {
  const source = `data:image/svg+xml;base64,${fs.readFileSync(svg).toString('base64')}`
  const data = await window.webContents.executeJavaScript(`(async () => {
    const image = new Image(${size}, ${size})
    image.src = ${JSON.stringify(source)}
    await image.decode()
    const canvas = new OffscreenCanvas(${size}, ${size})
    const edge = ${size * inset}
    canvas.getContext('2d').drawImage(image, edge, edge, ${size} - 2 * edge, ${size} - 2 * edge)
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())))
  })()`)
  fs.writeFileSync(file, Buffer.from(data, 'base64'))
}

async function drawAll() {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } })
  await window.loadURL('data:text/html,<!doctype html><title>icons</title>')
  const drawings = /** @type {readonly Drawing[]} */ (
    JSON.parse(fs.readFileSync(process.env['ICONS'] ?? '', 'utf8'))
  )
  for (const drawing of drawings) await draw(window, drawing)
}

// Not awaited here: Electron is not ready before its first module has ended.
void app
  .whenReady()
  .then(drawAll)
  .then(
    () => app.exit(0),
    error => {
      process.stderr.write(`${error}\n`)
      app.exit(1)
    },
  )

/** The bytes of a picture file, drawn so that it does not compress to nothing. */
export async function drawn(
  width: number,
  height: number,
  type = 'image/png',
  seed = 1,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(width, height)
  const pen = canvas.getContext('2d')
  let state = seed
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  for (let dot = 0; dot < 4_000; dot++) {
    const [x, y, size] = [random() * width, random() * height, 2 + random() * (width / 20)]
    if (!pen) break
    pen.fillStyle = `rgb(${random() * 255} ${random() * 255} ${random() * 255})`
    pen.fillRect(x, y, size, size)
  }
  const blob = await canvas.convertToBlob({ type, quality: 0.95 })
  return new Uint8Array(await blob.arrayBuffer())
}

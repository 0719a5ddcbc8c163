/** Tells how far the bench is, one line a step, beside its answer. */
export function say(text: string): void {
  process.stderr.write(`bench: ${text}\n`)
}

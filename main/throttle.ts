/**
 * Passes values on, at most one in a while; the last one always arrives.
 *
 * @param milliseconds between two values
 */
export function throttle<Value>(milliseconds: number, pass: (value: Value) => void): (value: Value) => void {
  let waiting: { readonly value: Value } | null = null
  let timer: NodeJS.Timeout | undefined
  const flush = (): void => {
    timer = undefined
    if (!waiting) return
    const { value } = waiting
    waiting = null
    timer = setTimeout(flush, milliseconds)
    pass(value)
  }
  return value => {
    waiting = { value }
    if (!timer) flush()
  }
}

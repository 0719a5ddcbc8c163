import { useEffect, useState } from 'react'

const MINUTE = 60_000

const wholeMinute = (): number => Math.floor(Date.now() / MINUTE) * MINUTE

/** @returns the time in milliseconds since 1970, in whole minutes */
export function useNow(): number {
  const [now, setNow] = useState(wholeMinute)
  useEffect(() => {
    const timer = setInterval(() => setNow(wholeMinute()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}

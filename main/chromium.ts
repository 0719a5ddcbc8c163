import type { CommandLine } from 'electron'

/** Bytes of the buffer through which Chromium's network process hands a body over. */
const PIPE_BYTES = 64 * 1024

const FEATURES: readonly string[] = [
  // Chromium allocates 2 MB of shared memory for every body before it knows its size, also for a 304: on Linux that was
  // half the CPU of a round in which nothing changed. With 64 KB a larger body comes in more steps, which costs less
  // than the memory did. Both sizes, for Chromium insists that the larger one is not smaller than the default one.
  ...['Default', 'Larger'].map(
    size => `${size}DataPipeAllocationSizeFeature:${size}DataPipeAllocationSize/${PIPE_BYTES}`,
  ),
  // What is freed is kept for the next one in larger numbers before it goes back to the system: bodies, values of the
  // database and their copies come and go by the thousand, and giving memory back stops all threads of a process. On
  // Linux that was a fifth of the CPU of a first sync.
  'PartitionAllocLargeEmptySlotSpanRing',
]

/** The newest Chromium on which these features were tried. Later ones have them built in, or mean other things. */
const LAST_TRIED = 130

/**
 * Makes Chromium cheaper for many small answers and many values of some ten kilobytes.
 *
 * To be called before Electron's `ready`.
 *
 * @param chromium `process.versions.chrome`; newer ones than were tried stay as they are
 */
export function tuneChromium(
  commandLine: Pick<CommandLine, 'appendSwitch' | 'getSwitchValue'>,
  chromium: string | undefined,
): void {
  const major = Number(/^\d+/.exec(chromium ?? '')?.[0])
  if (!(major <= LAST_TRIED)) return
  const given = commandLine.getSwitchValue('enable-features')
  commandLine.appendSwitch('enable-features', [...(given ? [given] : []), ...FEATURES].join(','))
}

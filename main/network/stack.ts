import type { CommandLine } from 'electron'

/** Bytes of the buffer through which Chromium's network process hands a body over. */
const PIPE_BYTES = 64 * 1024

// Both, for Chromium insists that the larger one is not smaller than the default one.
const FEATURES = ['Default', 'Larger'].map(
  size => `${size}DataPipeAllocationSizeFeature:${size}DataPipeAllocationSize/${PIPE_BYTES}`,
)

/** The newest Chromium on which these features were tried. Later ones have the sizes built in, or mean other things. */
const LAST_TRIED = 130

/**
 * Makes Chromium's network stack cheaper for many small answers. Chromium allocates 2 MB of shared memory for every
 * body before it knows its size, also for a 304: on Linux that was half the CPU of a round in which nothing changed.
 * With 64 KB a larger body comes in more steps, which costs less than the memory did.
 *
 * To be called before Electron's `ready`.
 *
 * @param chromium `process.versions.chrome`; newer ones than were tried stay as they are
 */
export function tuneNetworkStack(
  commandLine: Pick<CommandLine, 'appendSwitch' | 'getSwitchValue'>,
  chromium: string | undefined,
): void {
  const major = Number(/^\d+/.exec(chromium ?? '')?.[0])
  if (!(major <= LAST_TRIED)) return
  const given = commandLine.getSwitchValue('enable-features')
  commandLine.appendSwitch('enable-features', [...(given ? [given] : []), ...FEATURES].join(','))
}

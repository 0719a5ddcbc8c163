import type { UpdateAction, UpdateStep } from '../../../preload/contract'
import type { Strings } from '../strings'

/** @returns how far an update is, in a sentence; null where there is nothing to say */
export function sentenceOfStep(step: UpdateStep, { updates }: Strings): string | null {
  switch (step.kind) {
    case 'none':
      return null
    case 'checking':
    case 'newest':
      return updates[step.kind]
    case 'found':
    case 'ready':
      return updates[step.kind](step.update.version)
    case 'downloading':
      return updates.downloading(step.update.version, step.percent)
    case 'installing':
      return updates.installing
    case 'failed':
      return updates.problems[step.problem]
  }
}

/** Something that can be done at a step. */
export interface StepAction {
  readonly action: UpdateAction
  readonly label: string
}

/** @returns what the person can do at a step, the most likely first */
export function actionsOfStep(step: UpdateStep, { updates }: Strings): readonly StepAction[] {
  const later: StepAction = { action: 'later', label: updates.later }
  const skip: StepAction = { action: 'skip', label: updates.skip }
  switch (step.kind) {
    case 'found':
      return [{ action: 'download', label: updates.download }, later, skip]
    case 'downloading':
      return [{ action: 'stop', label: updates.stop }]
    case 'ready':
      return [{ action: 'install', label: updates.install }, later, skip]
    case 'failed':
      return [
        { action: step.retry, label: updates.again },
        { action: 'later', label: updates.dismiss },
      ]
    default:
      return []
  }
}

import { selfTimes, type CpuProfile, type ProfileNode } from './cpu-profile'
import type { SourceOf } from './sources'

/** Seconds by name, the most first. */
export type Shares = readonly (readonly [name: string, seconds: number])[]

/** Where the time of a profile went. */
export interface ProfileSummary {
  /** By the folder of ours that was at work: what packages and the engine did for a folder is the folder's. */
  readonly stages: Shares
  /** By function: what it did itself. */
  readonly functions: Shares
}

/** What V8 calls the times without a function of ours. */
const IDLE = '(idle)'
/** Called by the engine with none of our functions behind it, as packages are when a request of theirs ends. */
const ELSEWHERE = 'elsewhere'

export function summarise(profile: CpuProfile, sourceOf: SourceOf): ProfileSummary {
  const times = selfTimes(profile)
  const parents = parentsOf(profile)
  const stages = new Map<string, number>()
  const functions = new Map<string, number>()
  for (const node of profile.nodes) {
    const time = times.get(node.id) ?? 0
    const { functionName } = node.callFrame
    if (time === 0 || functionName === IDLE) continue
    add(stages, stageOf(node, parents, sourceOf), time)
    add(functions, nameOf(node, sourceOf), time)
  }
  return { stages: sharesOf(stages), functions: sharesOf(functions) }
}

const nameOf = ({ callFrame }: ProfileNode, sourceOf: SourceOf): string =>
  callFrame.url ? `${callFrame.functionName || '(anonymous)'} ${sourceOf(callFrame)}` : callFrame.functionName

/** The folder of the innermost function of ours that is on the stack. */
function stageOf(node: ProfileNode, parents: ReadonlyMap<number, ProfileNode>, sourceOf: SourceOf): string {
  for (let at: ProfileNode | undefined = node; at; at = parents.get(at.id)) {
    const folder = at.callFrame.url && /^(?:renderer|main)\/\w+/.exec(sourceOf(at.callFrame))?.[0]
    if (folder) return folder
  }
  const { url, functionName } = node.callFrame
  // V8's own words stand in parentheses: the collector, and what is no JavaScript.
  return !url && functionName.startsWith('(') ? functionName : ELSEWHERE
}

function parentsOf({ nodes }: CpuProfile): ReadonlyMap<number, ProfileNode> {
  return new Map(nodes.flatMap(node => (node.children ?? []).map(child => [child, node] as const)))
}

function add(shares: Map<string, number>, name: string, microseconds: number): void {
  shares.set(name, (shares.get(name) ?? 0) + microseconds / 1e6)
}

const sharesOf = (shares: ReadonlyMap<string, number>): Shares =>
  [...shares].sort(([, one], [, other]) => other - one)

import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Closes a run with one plain line: how many tests passed and failed. */
class SummaryReporter implements Reporter {
  readonly #last = new Map<string, TestResult['status']>()

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#last.set(test.id, result.status)
  }

  onEnd(_: FullResult): void {
    const statuses = [...this.#last.values()]
    const count = (wanted: readonly TestResult['status'][]): number =>
      statuses.filter(status => wanted.includes(status)).length
    const failed = count(['failed', 'timedOut', 'interrupted'])
    process.stdout.write(`${count(['passed'])} passed, ${failed} failed, ${count(['skipped'])} skipped\n`)
  }

  printsToStdio(): boolean {
    return false
  }
}

export default SummaryReporter

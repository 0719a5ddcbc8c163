import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  readonly children: ReactNode
  /** What stands in the place of a part that failed. */
  readonly fallback: (retry: () => void, error: unknown) => ReactNode
  /** Another value tries again: another article may be shown where one could not. */
  readonly scope?: unknown
}

interface ErrorBoundaryState {
  readonly failed: boolean
  readonly error: unknown
  readonly scope: unknown
}

/** Keeps a part that fails from taking the window with it. React has error boundaries as classes only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false, error: null, scope: this.props.scope }

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { failed: true, error }
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    return props.scope === state.scope ? null : { failed: false, error: null, scope: props.scope }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return this.props.fallback(() => this.setState({ failed: false, error: null }), this.state.error)
  }
}

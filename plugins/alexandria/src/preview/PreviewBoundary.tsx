import { Component } from 'react';
import type { ReactNode } from 'react';

/**
 * Keeps a failure of the preview from taking the form, and what was typed into it, along. Tries again when the answers
 * change.
 */
export class PreviewBoundary extends Component<
  {
    answers: unknown;
    children: ReactNode;
    fallback: (reason: string) => ReactNode;
  },
  { reason?: string }
> {
  static getDerivedStateFromError(error: unknown) {
    return { reason: String(error) };
  }

  state: { reason?: string } = {};

  componentDidUpdate(before: { answers: unknown }) {
    if (
      this.state.reason !== undefined &&
      before.answers !== this.props.answers
    ) {
      this.setState({ reason: undefined });
    }
  }

  render() {
    const { reason } = this.state;
    const { children, fallback } = this.props;
    return reason === undefined ? children : fallback(reason);
  }
}

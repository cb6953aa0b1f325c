import { render, screen } from '@testing-library/react';
import { PreviewBoundary } from './PreviewBoundary';

function Shows({ answers }: { answers: string }) {
  if (answers === 'bad') {
    throw new RangeError('no such environment');
  }
  return <p>{answers}</p>;
}

const boundary = (answers: string) => (
  <PreviewBoundary
    answers={answers}
    fallback={reason => <p>failed: {reason}</p>}
  >
    <Shows answers={answers} />
  </PreviewBoundary>
);

describe('PreviewBoundary', () => {
  beforeEach(() => {
    // React reports what it catches.
    jest.spyOn(console, 'error').mockReturnValue();
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('says what failed, and tries again with other answers', () => {
    const { rerender } = render(boundary('good'));
    expect(screen.getByText('good')).toBeVisible();
    rerender(boundary('bad'));
    expect(
      screen.getByText('failed: RangeError: no such environment'),
    ).toBeVisible();
    rerender(boundary('better'));
    expect(screen.getByText('better')).toBeVisible();
  });
});

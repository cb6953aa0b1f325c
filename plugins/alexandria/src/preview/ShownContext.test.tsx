import { renderHook } from '@testing-library/react';
import { dev } from './__testUtils__/answers';
import { computePreview } from './computePreview';
import { ShownContext, useShown } from './ShownContext';

describe('useShown', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('gives what is shown around', () => {
    const preview = computePreview(dev);
    const shown = preview.shown!;
    const value = {
      preview,
      shown,
      settled: shown,
      environment: shown.environment('dev'),
      onChoose: jest.fn(),
    };
    const { result } = renderHook(useShown, {
      wrapper: ({ children }) => (
        <ShownContext.Provider value={value}>{children}</ShownContext.Provider>
      ),
    });
    expect(result.current).toBe(value);
  });

  it('refuses to work elsewhere', () => {
    jest.spyOn(console, 'error').mockReturnValue();
    expect(() => renderHook(useShown)).toThrow('inside the preview only');
  });
});

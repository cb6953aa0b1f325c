import { createContext, useContext } from 'react';
import type { CompletePreview, Preview } from './computePreview';
import type { EnvironmentPreview } from './EnvironmentPreview';

/** What the tabs of the preview show. */
export interface ShownPreview {
  preview: Preview;
  shown: CompletePreview;
  /** What was shown when the answers last rested. */
  settled: CompletePreview;
  /** The chosen environment of `shown`. */
  environment: EnvironmentPreview;
  onChoose: (environment: string) => void;
}

export const ShownContext = createContext<ShownPreview | undefined>(undefined);

/** What the tab around shows. @throws Error outside of the preview */
export function useShown(): ShownPreview {
  const shown = useContext(ShownContext);
  if (!shown) {
    throw new Error('useShown works inside the preview only');
  }
  return shown;
}

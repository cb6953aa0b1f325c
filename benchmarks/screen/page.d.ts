import type { TabOptions } from './kubernetesTab';

/** When something was on a screen, in milliseconds since the epoch. */
export interface Noted {
  isBroken: boolean;
  at: number;
}

declare global {
  interface Window {
    /** When what was waited for was painted, in milliseconds since the page was asked for. */
    paints: Record<string, number>;
    noted: Noted[];
    noteBroken(isBroken: boolean): void;
    openKubernetesTab(options: TabOptions): void;
  }
}

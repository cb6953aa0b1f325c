import {
  detailsPartSchema,
  type DetailsPart,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { DEPLOYMENT, OPEN } from '../words/instanceUrl';

const SEARCH = 'q';
const ONLY = 'only';

/** What is chosen on the page of an instance. All of it is in the URL, so that what somebody sees can be sent to another. */
export interface PageState {
  /** The key of the chosen Deployment. */
  deployment?: string;
  /** Parts that are open; undefined until somebody chooses. */
  open?: DetailsPart[];
  /** What Deployments are searched by. */
  search: string;
  /** Whether only Deployments are listed that are not Healthy. */
  onlyUnhealthy: boolean;
}

/** What is chosen, and the way to choose. Choices replace each other in the history: going back leads out of the page. */
export function usePageState(): [
  PageState,
  (change: Partial<PageState>) => void,
] {
  const [params, setParams] = useSearchParams();
  const state = useMemo(
    () => ({
      deployment: params.get(DEPLOYMENT) ?? undefined,
      open: params
        .get(OPEN)
        ?.split(',')
        .flatMap(part => {
          const parsed = detailsPartSchema.safeParse(part);
          return parsed.success ? [parsed.data] : [];
        }),
      search: params.get(SEARCH) ?? '',
      onlyUnhealthy: params.get(ONLY) === 'unhealthy',
    }),
    [params],
  );
  const change = useCallback(
    (changes: Partial<PageState>) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          const set = (name: string, value: string | undefined) =>
            value === undefined ? after.delete(name) : after.set(name, value);
          if ('deployment' in changes) {
            set(DEPLOYMENT, changes.deployment);
          }
          if ('open' in changes) {
            set(OPEN, changes.open?.join(','));
          }
          if ('search' in changes) {
            set(SEARCH, changes.search || undefined);
          }
          if ('onlyUnhealthy' in changes) {
            set(ONLY, changes.onlyUnhealthy ? 'unhealthy' : undefined);
          }
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  return [state, change];
}

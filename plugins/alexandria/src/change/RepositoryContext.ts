import type { Decision } from '@alexandriaproject/alexandria-manifests';
import type { InstanceRepository } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { createContext, useContext } from 'react';

/** What the answers of a form change. */
export interface Changed {
  repository: InstanceRepository;
  /** What was decided about conflicts so far. */
  decisions: readonly Decision[] | undefined;
}

/** What the answers of a form change; undefined in the form for a new instance. */
export const RepositoryContext = createContext<Changed | undefined>(undefined);

/** What the form around changes; undefined where it makes a new instance. */
export function useChanged(): Changed | undefined {
  return useContext(RepositoryContext);
}

import type { InstanceRepository } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { alexandriaApiRef } from '../api/alexandriaApiRef';
import { useAsked, type Asked } from '../form/checks/useAsked';
import { rememberedRepository } from './instanceMemory';

/** Which instance a form is about, as the scaffolder hands the whole form to its fields. */
export function chosenInstance(formData: unknown): string | undefined {
  const entityRef =
    typeof formData === 'object' && formData !== null && 'entityRef' in formData
      ? formData.entityRef
      : undefined;
  return typeof entityRef === 'string' && entityRef !== ''
    ? entityRef
    : undefined;
}

/**
 * The repository of the instance that a form is about, and a way to ask for it again.
 *
 * @param entityRef - undefined while none is chosen
 */
export function useInstanceRepository(
  entityRef: string | undefined,
): [Asked<InstanceRepository>, () => void] {
  const api = useApi(alexandriaApiRef);
  const [attempt, setAttempt] = useState(0);
  const question =
    entityRef === undefined ? undefined : `${attempt} ${entityRef}`;
  const asked = useAsked(question, each =>
    rememberedRepository(api, each.slice(each.indexOf(' ') + 1)),
  );
  return [asked, () => setAttempt(before => before + 1)];
}

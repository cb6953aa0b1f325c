import { parseEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';
import { useForm } from './AnswersContext';

/** The group among what somebody owns things as; undefined when there is none or more than one. */
export function onlyGroup(ownershipEntityRefs: string[]): string | undefined {
  const groups = ownershipEntityRefs.filter(
    ref => parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'group',
  );
  return groups.length === 1 ? groups[0] : undefined;
}

/** Proposes the group of the person who is signed in as the owner, unless there is an owner or somebody was there. */
export function useProposedOwner() {
  const { store } = useForm();
  const identityApi = useApi(identityApiRef);
  useEffect(() => {
    let isGone = false;
    const isUntouched = () =>
      !isGone && store.draft.owner === undefined && !store.isTouched('owner');
    const propose = async () => {
      if (!isUntouched()) {
        return;
      }
      const identity = await identityApi.getBackstageIdentity();
      const group = onlyGroup(identity.ownershipEntityRefs);
      if (group !== undefined && isUntouched()) {
        store.edit(draft => ({ ...draft, owner: group }));
      }
    };
    // Without an identity there is nothing to propose: the field stays empty and says that it is required.
    propose().catch(() => {});
    return () => {
      isGone = true;
    };
  }, [store, identityApi]);
}

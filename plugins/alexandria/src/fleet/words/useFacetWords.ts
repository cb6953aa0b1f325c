import type { Fleet } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { alexandriaTranslationRef } from '../../translations/ref';
import { DRIFT, NONE, type Facet } from '../state/facets';

/** The name of an owner, shorter than its reference. */
export function ownerName(owner: string): string {
  try {
    return humanizeEntityRef(parseEntityRef(owner), { defaultKind: 'group' });
  } catch {
    // From a URL that somebody has written.
    return owner;
  }
}

/** What people call the values of facets. */
export function useFacetWords({
  clusters,
}: Pick<Fleet, 'clusters'>): (facet: Facet, value: string) => string {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return useCallback(
    (facet, value) => {
      switch (facet) {
        case 'environment':
        case 'version':
          return value === NONE ? t(`fleet.none.${facet}`) : value;
        case 'cluster':
          return value === NONE
            ? t('fleet.none.cluster')
            : clusters.find(({ name }) => name === value)?.title ?? value;
        case 'owner':
          return value === NONE ? t('fleet.none.owner') : ownerName(value);
        case 'registration':
          return value === 'discovered' || value === 'registered'
            ? t(`fleet.registration.${value}`)
            : value;
        case 'finding':
          return value === DRIFT ? t('fleet.counts.drift') : value;
        default:
          return value;
      }
    },
    [clusters, t],
  );
}

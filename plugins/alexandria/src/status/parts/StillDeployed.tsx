import { isRetired } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../translations/ref';
import { Caution } from './Caution';

/** Says of an instance that is deployed that it is no longer wanted, where that is so. */
export function StillDeployed({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return isRetired(entity) ? (
    <Caution>{t('status.stillDeployed')}</Caution>
  ) : null;
}

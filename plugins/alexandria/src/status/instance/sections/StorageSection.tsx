import type { DeploymentDetails } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../../translations/ref';
import { Age } from '../../parts/Age';
import { Fact, Facts } from '../../parts/Facts';
import { HealthMark } from '../../parts/HealthMark';
import styles from './items.module.css';
import { Omitted } from './Omitted';

/** Where a Deployment keeps its data. */
export function StorageSection({ details }: { details: DeploymentDetails }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { storage, omitted } = details;
  if (storage.claims.length === 0) {
    return <p className={styles.none}>{t('status.storage.none')}</p>;
  }
  return (
    <>
      <ul className={styles.items}>
        {storage.claims.map(claim => (
          <li
            key={`${claim.volume}/${claim.object.name}`}
            className={styles.item}
          >
            <p className={styles.head}>
              <HealthMark health={claim.health} isIconOnly />
              <strong>{claim.object.name}</strong>
              <span className={styles.sentence}>{claim.sentence}</span>
            </p>
            <Facts>
              <Fact label={t('status.storage.phase')}>{claim.phase}</Fact>
              <Fact label={t('status.storage.capacity')}>{claim.capacity}</Fact>
              <Fact label={t('status.storage.requested')}>
                {claim.requested}
              </Fact>
              <Fact label={t('status.storage.class')}>
                {claim.storageClass}
              </Fact>
              <Fact label={t('status.storage.access')}>
                {claim.accessModes.join(', ') || undefined}
              </Fact>
              <Fact label={t('status.storage.volume')}>{claim.volumeName}</Fact>
              <Fact label={t('status.storage.mountedBy')}>
                {claim.mountedBy.join(', ') || undefined}
              </Fact>
              <Fact label={t('status.fact.age')}>
                {claim.createdAt && <Age of={claim.createdAt} />}
              </Fact>
            </Facts>
          </li>
        ))}
      </ul>
      <Omitted count={omitted.claims} />
    </>
  );
}

import type { ConditionStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../../translations/ref';
import { Age } from '../../parts/Age';
import { HealthMark } from '../../parts/HealthMark';
import styles from './Conditions.module.css';
import { Subsection } from './Subsection';

/** The conditions of an object, each in plain words and as the controller wrote it. */
export function Conditions({ conditions }: { conditions: ConditionStatus[] }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return conditions.length === 0 ? null : (
    <Subsection title={t('status.conditions')}>
      <ul className={styles.list}>
        {conditions.map(({ type, status, reason, message, since, ...said }) => (
          <li key={type} className={styles.condition}>
            <HealthMark health={said.health} isIconOnly />
            <div>
              <span>{said.sentence}</span>
              <p className={styles.raw}>
                {[`${type} ${status}`, reason].filter(Boolean).join(', ')}
                {since !== undefined && (
                  <>
                    {' · '}
                    <Age of={since} />
                  </>
                )}
                {message !== '' && <> · {message}</>}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Subsection>
  );
}

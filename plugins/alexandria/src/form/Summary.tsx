import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Text,
} from '@backstage/ui';
import { useMemo } from 'react';
import { alexandriaTranslationRef } from '../translations/ref';
import { useAnswers } from './AnswersContext';
import { placeText } from './issueText';
import styles from './Summary.module.css';
import { leavesOf, type Leaf } from './leavesOf';

/** Every answer that was given, to look over before the instance is created. */
export function Summary() {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const shown = useAnswers(draft => JSON.stringify(leavesOf(draft)));
  const leaves = useMemo(() => JSON.parse(shown) as Leaf[], [shown]);
  return (
    <Accordion>
      <AccordionTrigger
        title={t('form.summary.title')}
        subtitle={t('form.summary.count', { count: leaves.length })}
      />
      <AccordionPanel>
        <dl className={styles.list}>
          {leaves.map(({ path, value }) => (
            <div key={path} className={styles.item}>
              <dt>
                <Text variant="body-small" color="secondary">
                  {placeText(path, t)}
                </Text>
              </dt>
              <dd className={styles.value}>
                <Text>{String(value)}</Text>
              </dd>
            </div>
          ))}
        </dl>
      </AccordionPanel>
    </Accordion>
  );
}

import type { Issue } from '@alexandriaproject/alexandria-manifests';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { alexandriaTranslationRef } from '../translations/ref';
import { ProblemList } from './ProblemList';
import styles from './tab.module.css';

/** Everything wrong with the answers, and what is probably not meant. */
export function ProblemsTab(props: {
  issues: readonly Issue[];
  warnings: readonly Issue[];
}) {
  const { issues, warnings } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  if (issues.length + warnings.length === 0) {
    return <Text as="p">{t('preview.problems.none')}</Text>;
  }
  return (
    <div className={styles.stack}>
      {issues.length > 0 && (
        <section className={styles.stack}>
          <Text as="h3" variant="title-x-small">
            {t('preview.problems.issues')}
          </Text>
          <ProblemList problems={issues} />
        </section>
      )}
      {warnings.length > 0 && (
        <section className={styles.stack}>
          <Text as="h3" variant="title-x-small">
            {t('preview.problems.warnings')}
          </Text>
          <ProblemList problems={warnings} />
        </section>
      )}
    </div>
  );
}

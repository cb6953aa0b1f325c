import type {
  ChangePlan,
  Decision,
} from '@alexandriaproject/alexandria-manifests';
import type { InstanceRepository } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import { ProblemList } from '../../preview/ProblemList';
import tab from '../../preview/tab.module.css';
import { alexandriaTranslationRef } from '../../translations/ref';
import { filesOf, useChangePlan } from '../useChangePlan';
import { Conflicts } from './Conflicts';
import { EnvironmentChanges } from './EnvironmentChanges';
import styles from './plan.module.css';
import { PlannedFiles } from './PlannedFiles';

function Plan(props: { plan: ChangePlan; repository: InstanceRepository }) {
  const { plan, repository } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const open = plan.conflicts.filter(({ decision }) => !decision);
  return (
    <>
      {open.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('change.conflict.title', { count: open.length })}
          description={t('change.conflict.text')}
        />
      )}
      <Conflicts conflicts={open} />
      {plan.issues.length > 0 && <ProblemList problems={plan.issues} />}
      {plan.upgrade && (
        <Text as="p">{t('change.upgrade', { ...plan.upgrade })}</Text>
      )}
      <EnvironmentChanges environments={plan.environments} />
      {plan.steps.length > 0 && (
        <section className={styles.card}>
          <Text as="h4" variant="body-medium" weight="bold">
            {t('change.steps.title')}
          </Text>
          <ol className={styles.list}>
            {plan.steps.map(({ when, title, environment }) => (
              <li key={`${when} ${environment ?? ''} ${title}`}>
                {t(`change.steps.${when}`)}
                {': '}
                {title}
              </li>
            ))}
          </ol>
        </section>
      )}
      {plan.kept.length > 0 && (
        <Text as="p">
          {t('change.kept', {
            files: plan.kept.map(({ path }) => path).join(', '),
          })}
        </Text>
      )}
      <PlannedFiles files={plan.files} before={filesOf(repository)} />
    </>
  );
}

/** What the answers change of the repository as it is, and of what is deployed from it. */
export function ChangeTab(props: {
  repository: InstanceRepository;
  answers: unknown;
  decisions?: readonly Decision[];
}) {
  const { repository, answers, decisions } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const planned = useChangePlan(repository, answers, decisions);
  if (!planned.ok) {
    return <ProblemList problems={planned.issues} />;
  }
  const plan = planned.value;
  return (
    <div className={tab.stack}>
      <Text as="p" role="status">
        {plan.files.length === 0
          ? t('change.none')
          : t('change.summary', { count: plan.files.length })}
      </Text>
      <Plan plan={plan} repository={repository} />
    </div>
  );
}

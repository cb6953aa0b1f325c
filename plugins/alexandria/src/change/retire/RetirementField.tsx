import { planRetirement } from '@alexandriaproject/alexandria-manifests';
import type { InstanceRepository } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Text,
  TextField,
} from '@backstage/ui';
import { useMemo } from 'react';
import { ProblemList } from '../../preview/ProblemList';
import tab from '../../preview/tab.module.css';
import { alexandriaTranslationRef } from '../../translations/ref';
import styles from '../plan/plan.module.css';
import { PlannedFiles } from '../plan/PlannedFiles';
import { filesOf } from '../useChangePlan';
import {
  chosenInstance,
  useInstanceRepository,
} from '../useInstanceRepository';

function Losses({ repository }: { repository: InstanceRepository }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const files = useMemo(() => filesOf(repository), [repository]);
  const planned = useMemo(() => planRetirement({ files }), [files]);
  if (!planned.ok) {
    return <ProblemList problems={planned.issues} />;
  }
  const plan = planned.value;
  return (
    <>
      {plan.losses.length === 0 ? (
        <Text as="p">{t('retire.none')}</Text>
      ) : (
        <ul
          className={styles.list}
          aria-label={t('retire.losses', { name: plan.instance })}
        >
          {plan.losses.map(({ environment, subject, fate, message }) => (
            <li key={`${environment} ${subject}`}>
              <strong>{environment}</strong>
              {', '}
              <code className={styles.code}>{subject}</code>
              {': '}
              {t(`retire.fate.${fate}`)}
              {'. '}
              {message}
            </li>
          ))}
        </ul>
      )}
      <Accordion>
        <AccordionTrigger
          title={t('retire.files', { count: plan.files.length })}
        />
        <AccordionPanel>
          <PlannedFiles files={plan.files} before={files} />
        </AccordionPanel>
      </Accordion>
    </>
  );
}

/** What is lost with an instance, and its name to type, which confirms that this was read. */
export function RetirementField(props: FieldExtensionComponentProps<string>) {
  const { formData = '', onChange, formContext, rawErrors = [] } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const [asked] = useInstanceRepository(chosenInstance(formContext?.formData));
  const repository = asked.state === 'answered' ? asked.answer : undefined;
  const name = String(repository?.answers.name ?? '');
  return (
    <div className={tab.stack}>
      {repository && <Losses repository={repository} />}
      <TextField
        label={t('retire.confirm.label')}
        description={
          repository
            ? t('retire.confirm.help', { name })
            : t('retire.confirm.waiting')
        }
        isRequired
        // The browser would hold back a form with a field that was wrong, and it would not be looked at again.
        validationBehavior="aria"
        isDisabled={!repository}
        isInvalid={rawErrors.length > 0}
        value={formData}
        onChange={onChange}
        autoComplete="off"
        data-answer="confirmName"
      />
    </div>
  );
}

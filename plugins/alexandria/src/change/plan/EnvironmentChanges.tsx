import type {
  EnvironmentChange,
  FieldChange,
} from '@alexandriaproject/alexandria-manifests';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import { alexandriaTranslationRef } from '../../translations/ref';
import styles from './plan.module.css';
import { ShownSide } from './ShownSide';

/** A field is listed up to here; the rest is in the files below. */
const LISTED = 12;

function Fields({ fields }: { fields: readonly FieldChange[] }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return fields.length === 0 ? null : (
    <ul className={styles.list}>
      {fields.slice(0, LISTED).map(({ path, from, to }) => (
        <li key={path}>
          <code className={styles.code}>{path}</code>
          {': '}
          <ShownSide side={from} />
          {' → '}
          <ShownSide side={to} />
        </li>
      ))}
      {fields.length > LISTED && (
        <li>{t('change.more', { count: fields.length - LISTED })}</li>
      )}
    </ul>
  );
}

function Restarts({ restarts }: Pick<EnvironmentChange, 'restarts'>) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <>
      {restarts.map(({ namespace, deployment, strategy }) => (
        <Alert
          key={`${namespace}/${deployment}`}
          status="warning"
          icon
          title={t('change.restart.title', { deployment, namespace })}
          description={t(`change.restart.${strategy}`)}
        />
      ))}
    </>
  );
}

function Environment({ change }: { change: EnvironmentChange }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { name, action, cluster, namespace, objects } = change;
  return (
    <section className={styles.card}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t(`change.environment.${action}`, { name })}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {t('change.environment.place', { cluster, namespace })}
      </Text>
      <Restarts restarts={change.restarts} />
      {change.hazards.map(({ kind, subject, message, remedy }) => (
        <Alert
          key={`${subject} ${message}`}
          status={kind === 'caution' ? 'warning' : 'danger'}
          icon
          title={t(`change.hazard.${kind}`, { subject })}
          description={`${message} ${remedy}`}
        />
      ))}
      {change.caveats.map(caveat => (
        <Text as="p" key={caveat}>
          {caveat}
        </Text>
      ))}
      {objects.length > 0 && (
        <ul className={styles.list}>
          {objects.map(({ kind, name: object, action: what, fields }) => (
            <li key={`${kind}/${object}`}>
              {t(`change.object.${what}`, { object: `${kind}/${object}` })}
              <Fields fields={fields} />
            </li>
          ))}
        </ul>
      )}
      {change.checklist.length > 0 && (
        <ul
          className={styles.list}
          aria-label={t('change.checklist', { name })}
        >
          {change.checklist.map(({ id, title, to }) => (
            <li key={id}>
              {title}
              {': '}
              {t(`preview.checklist.state.${to}`)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What a change means for each environment that it concerns. */
export function EnvironmentChanges(props: {
  environments: readonly EnvironmentChange[];
}) {
  return (
    <>
      {props.environments
        .filter(({ action }) => action !== 'none')
        .map(change => (
          <Environment key={change.name} change={change} />
        ))}
    </>
  );
}

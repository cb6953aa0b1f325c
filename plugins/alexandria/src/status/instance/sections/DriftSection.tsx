import { helmUpgrade } from '@alexandriaproject/alexandria-manifests';
import type {
  DeploymentDetails,
  DeploymentDrift,
  FieldDrift,
  ObjectDrift,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiCheckLine,
  RiErrorWarningFill,
  RiQuestionLine,
} from '@remixicon/react';
import { alexandriaTranslationRef } from '../../../translations/ref';
import { Ago } from '../../parts/Age';
import { Caution } from '../../parts/Caution';
import { Command } from '../../parts/Command';
import { Fact, Facts } from '../../parts/Facts';
import { FactTable } from '../../parts/FactTable';
import styles from './DriftSection.module.css';
import { DriftSide } from './DriftSide';
import { Omitted } from './Omitted';
import { RepositoryFiles } from './RepositoryFiles';
import { Subsection } from './Subsection';

const marks = {
  Same: { Icon: RiCheckLine, look: 'good' },
  Different: { Icon: RiErrorWarningFill, look: 'different' },
  Missing: { Icon: RiErrorWarningFill, look: 'different' },
  Unread: { Icon: RiQuestionLine, look: 'unknown' },
} as const;

/** How an object is, in a word and a shape. */
function State({ state }: { state: ObjectDrift['state'] }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { Icon, look } = marks[state];
  return (
    <span className={styles.state} data-state={look}>
      <Icon aria-hidden size={16} />
      {t(`status.drift.state.${state}`)}
    </span>
  );
}

/** Who wrote a field last, and when. */
function Writer({ writer }: { writer: FieldDrift['writer'] }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  if (!writer) {
    return <>{t('status.drift.nobody')}</>;
  }
  const { manager, operation, subresource, at } = writer;
  return (
    <>
      <code>{manager}</code> (
      {subresource === undefined ? operation : `${operation}, ${subresource}`})
      {at !== undefined && (
        <>
          {' '}
          <Ago of={at} />
        </>
      )}
    </>
  );
}

function DifferingObject({ drift }: { drift: ObjectDrift }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { object, state, message, fields, omitted, deprecated } = drift;
  const { kind, name, namespace } = object;
  return (
    <li className={styles.item}>
      <p className={styles.head}>
        <strong>
          {kind} {name}
        </strong>
        <State state={state} />
      </p>
      {message !== undefined && <p className={styles.message}>{message}</p>}
      {fields.length > 0 && (
        <FactTable
          label={t('status.drift.fieldsOf', { object: `${kind} ${name}` })}
          columns={[
            t('status.drift.field'),
            t('status.drift.expected'),
            t('status.drift.live'),
            t('status.drift.writer'),
          ]}
          rows={fields.map(field => ({
            id: field.path,
            cells: [
              <code key="path">{field.path}</code>,
              <DriftSide key="expected" field={field} side="expected" />,
              <DriftSide key="live" field={field} side="live" />,
              <Writer key="writer" writer={field.writer} />,
            ],
          }))}
        />
      )}
      <Omitted count={omitted} />
      {deprecated.map(({ apiVersion, replacement, writer }) => (
        <p key={`${apiVersion} ${writer?.manager}`} className={styles.message}>
          {t('status.drift.deprecated', { apiVersion, replacement })}{' '}
          {writer && <Writer writer={writer} />}
        </p>
      ))}
      {state === 'Different' && (
        <Command
          command={`kubectl get ${kind.toLowerCase()} ${name}${
            namespace === undefined ? '' : ` -n ${namespace}`
          } -o yaml --show-managed-fields`}
        />
      )}
    </li>
  );
}

function Chart({ chart }: { chart: DeploymentDrift['chart'] }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return !chart ? null : (
    <Facts>
      <Fact label={t('status.drift.chartDeployed')}>
        {chart.deployed ?? t('status.drift.chartUnknown')}
      </Fact>
      <Fact label={t('status.drift.chartPortal')}>{chart.portal}</Fact>
    </Facts>
  );
}

/** What is written in the cluster otherwise than the repository asks for, object by object, and by whom. */
function Objects(props: { drift: DeploymentDrift }) {
  const { objects } = props.drift;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const isPlain = ({ state, deprecated }: ObjectDrift) =>
    state === 'Same' && deprecated.length === 0;
  const same = objects.filter(isPlain);
  return (
    <>
      <ul className={styles.items}>
        {objects
          .filter(each => !isPlain(each))
          .map(each => (
            <DifferingObject
              key={`${each.object.kind}/${each.object.name}`}
              drift={each}
            />
          ))}
      </ul>
      {same.length > 0 && (
        <p className={styles.message}>
          <State state="Same" />{' '}
          {same.map(({ object }) => `${object.kind} ${object.name}`).join(', ')}
        </p>
      )}
      {objects.length === 0 && (
        <p className={styles.message}>{t('status.drift.noObjects')}</p>
      )}
    </>
  );
}

/** The three states of an instance: its answers, the files made of them, and what is in the cluster. */
export function DriftSection({ details }: { details: DeploymentDetails }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { drift, environment, deployment } = details;
  if (!drift) {
    return <p className={styles.message}>{t('status.drift.off')}</p>;
  }
  const { sentence, comparedAt, stale, repository } = drift;
  return (
    <>
      <Subsection title={t('status.drift.cluster')}>
        <div className={styles.group}>
          <p className={styles.sentence}>
            {sentence}{' '}
            {comparedAt !== undefined && (
              <span className={styles.message}>
                {t('status.drift.comparedAt')} <Ago of={comparedAt} />
              </span>
            )}
          </p>
          {stale !== undefined && <Caution>{stale}</Caution>}
          <Chart chart={drift.chart} />
          <Objects drift={drift} />
          {drift.state === 'Different' && environment !== undefined && (
            <div>
              <p className={styles.message}>{t('status.drift.undo')}</p>
              <Command
                command={helmUpgrade({
                  name: environment,
                  namespace: deployment.namespace ?? '',
                })}
              />
            </div>
          )}
        </div>
      </Subsection>
      {repository && <RepositoryFiles repository={repository} />}
    </>
  );
}

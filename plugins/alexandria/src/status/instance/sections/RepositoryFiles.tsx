import type { DeploymentDrift } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../../translations/ref';
import { Ago } from '../../parts/Age';
import { Caution } from '../../parts/Caution';
import { FactTable } from '../../parts/FactTable';
import styles from './DriftSection.module.css';
import { Omitted } from './Omitted';
import { DriftSide } from './DriftSide';
import { Subsection } from './Subsection';

/** Files that were edited since they were made of the answers: nothing wrong, and good to know. */
export function RepositoryFiles(props: {
  repository: NonNullable<DeploymentDrift['repository']>;
}) {
  const { readAt, problems, files, omitted } = props.repository;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const isKnown = readAt !== undefined && problems.length === 0;
  return (
    <Subsection title={t('status.drift.repository')}>
      <div className={styles.group}>
        {problems.length > 0 && (
          <Caution>
            <ul>
              {problems.map(problem => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </Caution>
        )}
        <p className={styles.sentence}>
          {files.length > 0 && t('status.drift.edited')}
          {files.length === 0 &&
            (isKnown
              ? t('status.drift.asGenerated')
              : t('status.drift.filesUnknown'))}{' '}
          {readAt !== undefined && (
            <span className={styles.message}>
              {t('status.repository.readAt')} <Ago of={readAt} />
            </span>
          )}
        </p>
        <ul className={styles.items}>
          {files.map(({ path, change, fields, omitted: more }) => (
            <li key={path} className={styles.item}>
              <p className={styles.head}>
                <code>{path}</code>
                <span>{t(`status.drift.file.${change}`)}</span>
              </p>
              {fields.length > 0 && (
                <FactTable
                  label={t('status.drift.fieldsOf', { object: path })}
                  columns={[
                    t('status.drift.field'),
                    t('status.drift.answers'),
                    t('status.drift.inFile'),
                  ]}
                  rows={fields.map(field => ({
                    id: field.path,
                    cells: [
                      <code key="path">{field.path}</code>,
                      <DriftSide
                        key="expected"
                        field={field}
                        side="expected"
                      />,
                      <DriftSide key="live" field={field} side="live" />,
                    ],
                  }))}
                />
              )}
              <Omitted count={more} />
            </li>
          ))}
        </ul>
        <Omitted count={omitted} />
      </div>
    </Subsection>
  );
}

import type { Finding } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiCheckLine } from '@remixicon/react';
import { alexandriaTranslationRef } from '../../translations/ref';
import { FindingView } from '../parts/FindingView';
import { Fact, Facts } from '../parts/Facts';
import { FindingDocs } from './FindingDocs';
import styles from './Findings.module.css';

function Evidence({ finding }: { finding: Finding }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { evidence, object, code } = finding;
  return (
    <details className={styles.evidence}>
      <summary>{t('status.finding.evidence')}</summary>
      <Facts>
        <Fact label={t('status.finding.object')}>
          {object.kind} {object.namespace && `${object.namespace}/`}
          {object.name}
        </Fact>
        <Fact label={t('status.finding.code')}>{code}</Fact>
        <Fact label={t('status.finding.container')}>{evidence.container}</Fact>
        <Fact label={t('status.finding.condition')}>{evidence.condition}</Fact>
        <Fact label={t('status.finding.reason')}>{evidence.reason}</Fact>
        <Fact label={t('status.finding.exitCode')}>{evidence.exitCode}</Fact>
        <Fact label={t('status.finding.message')}>{evidence.message}</Fact>
      </Facts>
    </details>
  );
}

/** What is wrong with a Deployment or worth knowing, the worst first. */
export function Findings({ findings }: { findings: Finding[] }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <section aria-labelledby="alexandria-findings" className={styles.findings}>
      <h3 id="alexandria-findings" className={styles.title}>
        {findings.length === 0
          ? t('status.findings.heading')
          : t('status.findings.title', { count: findings.length })}
      </h3>
      {findings.length === 0 && (
        <p className={styles.none}>
          <RiCheckLine aria-hidden size={16} /> {t('status.findings.none')}
        </p>
      )}
      <ul className={styles.list}>
        {findings.map(finding => {
          const { code, object, title } = finding;
          return (
            <li key={`${code}/${object.kind}/${object.name}/${title}`}>
              <FindingView finding={finding} heading="h4">
                <div className={styles.more}>
                  <Evidence finding={finding} />
                  <FindingDocs finding={finding} />
                </div>
              </FindingView>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

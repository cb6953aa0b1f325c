import type {
  Finding,
  Severity,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiAlertFill,
  RiErrorWarningFill,
  RiInformationFill,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import { alexandriaTranslationRef } from '../../translations/ref';
import styles from './FindingView.module.css';
import { Remedy } from './Remedy';

const icons: Record<Severity, typeof RiAlertFill> = {
  critical: RiErrorWarningFill,
  warning: RiAlertFill,
  info: RiInformationFill,
};

/** A finding: what is wrong, why, and what to do. */
export function FindingView(props: {
  finding: Finding;
  /** Where it is, when the page does not say so already. */
  where?: ReactNode;
  heading: 'h4' | 'h5';
  /** Further facts, below the remedy. */
  children?: ReactNode;
}) {
  const { finding, where, heading: Heading, children } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const Icon = icons[finding.severity];
  return (
    <div className={styles.finding} data-severity={finding.severity}>
      <div className={styles.head}>
        <Icon aria-hidden size={18} className={styles.icon} />
        <div>
          <Heading className={styles.title}>{finding.title}</Heading>
          <p className={styles.meta}>
            {t(`status.severity.${finding.severity}`)}
            {where !== undefined && <> · {where}</>}
          </p>
        </div>
      </div>
      <p className={styles.cause}>{finding.cause}</p>
      <Remedy remedy={finding.remedy} />
      {children}
    </div>
  );
}

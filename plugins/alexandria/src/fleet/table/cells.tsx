import type { FleetDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  RiAlertFill,
  RiErrorWarningFill,
  RiInformationFill,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import { Age, Ago } from '../../status/parts/Age';
import { HealthMark } from '../../status/parts/HealthMark';
import { alexandriaTranslationRef } from '../../translations/ref';
import { instanceName } from '../words/rowKey';
import styles from './cells.module.css';

/** A line that says more about the one before. */
export function More({ children }: { children: ReactNode }) {
  return <div className={styles.more}>{children}</div>;
}

/** Two lines, of which the second says more about the first. */
export function Lines(props: { children: ReactNode; more?: ReactNode }) {
  const { children, more } = props;
  return (
    <div className={styles.lines}>
      <div className={styles.line}>{children}</div>
      {more && <More>{more}</More>}
    </div>
  );
}

/** What the instance is called, and which Deployment of it this is. */
export function InstanceCell({
  of,
  href,
}: {
  of: FleetDeployment;
  href: string;
}) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { namespace, name, health, discovered } = of;
  const isDeployed = namespace !== undefined;
  const place = isDeployed
    ? `${namespace}/${name}`
    : t(health === 'Missing' ? 'fleet.row.notDeployed' : 'fleet.row.notKnown');
  return (
    <Lines
      more={
        <>
          {discovered && (
            <span className={styles.tag}>{t('fleet.row.discovered')}</span>
          )}
          <span title={place}>{place}</span>
        </>
      }
    >
      <Link href={href} weight="bold" title={instanceName(of)}>
        {instanceName(of)}
      </Link>
    </Lines>
  );
}

/** How it is; where nobody knows, how it last was and when. */
export function HealthCell({ of }: { of: FleetDeployment }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { health, lastKnownHealth, stale, observedAt } = of;
  const was = [
    lastKnownHealth && t('fleet.row.was', { health: lastKnownHealth }),
    stale && observedAt && <Ago key="ago" of={observedAt} />,
  ].filter(Boolean);
  return (
    <Lines
      more={
        was.length > 0 ? (
          <>
            {was[0]} {was[1]}
          </>
        ) : undefined
      }
    >
      <HealthMark health={health} />
    </Lines>
  );
}

const icons = {
  critical: RiErrorWarningFill,
  warning: RiAlertFill,
  info: RiInformationFill,
};

/** The worst finding, and how many more there are. */
export function FindingsCell({ of }: { of: FleetDeployment }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const [worst, ...rest] = of.findings;
  if (!worst) {
    return null;
  }
  const Icon = icons[worst.severity];
  return (
    <Lines
      more={
        <>
          {worst.code}
          {rest.length > 0 && (
            <span
              className={styles.count}
              title={rest.map(({ code }) => code).join(', ')}
            >
              {t('fleet.row.more', { more: String(rest.length) })}
            </span>
          )}
        </>
      }
    >
      <span className={styles.finding} title={worst.title}>
        <Icon
          role="img"
          aria-label={t(`status.severity.${worst.severity}`)}
          size={16}
          className={styles.severity}
          data-severity={worst.severity}
        />
        <span className={styles.title}>{worst.title}</span>
      </span>
    </Lines>
  );
}

/** Which version runs, and which chart it was made with. */
export function VersionCell({ of }: { of: FleetDeployment }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { version, chartVersion } = of;
  return (
    <Lines
      more={chartVersion && t('fleet.row.chart', { version: chartVersion })}
    >
      <span title={version}>{version}</span>
    </Lines>
  );
}

/** How many Secrets are needed, and whether that is well. */
function Secrets({ of }: { of: FleetDeployment }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { needed, troubled, unknown } = of.secrets;
  if (troubled > 0) {
    return (
      <span className={styles.trouble}>
        <RiErrorWarningFill aria-hidden size={14} />
        {t('fleet.row.troubled', { count: troubled })}
      </span>
    );
  }
  return (
    <>
      {unknown > 0
        ? t('fleet.row.unknown', { count: unknown })
        : t('fleet.row.secrets', { count: needed })}
    </>
  );
}

/** How many replicas are available, between which numbers an autoscaler may choose, and the Secrets that they need. */
export function ReplicasCell({ of }: { of: FleetDeployment }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { replicas, autoscaler, secrets } = of;
  if (!replicas) {
    return null;
  }
  const { available, wanted } = replicas;
  return (
    <Lines more={secrets.needed > 0 && <Secrets of={of} />}>
      {t('fleet.row.replicas', {
        available: String(available),
        wanted: String(wanted),
      })}
      {autoscaler && (
        <span className={styles.aside}>
          {t('fleet.row.scales', {
            min: String(autoscaler.min),
            max: String(autoscaler.max),
          })}
        </span>
      )}
    </Lines>
  );
}

/** For how long it has been so. */
export function SinceCell({ of }: { of: FleetDeployment }) {
  return of.since === undefined ? null : <Age of={of.since} />;
}

import type { Fleet } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import {
  RiAddLine,
  RiErrorWarningLine,
  RiFilterOffLine,
  RiLockLine,
  RiRefreshLine,
  RiRocketLine,
  RiWifiOffLine,
} from '@remixicon/react';
import { ClusterProblems } from '../status/parts/ClusterProblems';
import { Notice } from '../status/parts/Notice';
import type { Problem } from '../status/words/problemOf';
import { alexandriaTranslationRef } from '../translations/ref';

/** Says why the portal has no answer. */
export function FleetProblem(props: { problem: Problem; askNow: () => void }) {
  const { problem, askNow } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { reason } = problem;
  const kind =
    problem.kind === 'signedOut' || problem.kind === 'forbidden'
      ? problem.kind
      : 'failed';
  const Icon = kind === 'failed' ? RiErrorWarningLine : RiLockLine;
  return (
    <Notice
      icon={<Icon aria-hidden />}
      title={t(`fleet.problem.${kind}.title`)}
      actions={
        kind === 'failed' && (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiRefreshLine aria-hidden />}
            onPress={askNow}
          >
            {t('status.askAgain')}
          </Button>
        )
      }
    >
      {t(`fleet.problem.${kind}.text`, { reason })}
    </Notice>
  );
}

/** Says that nothing is known that somebody may see; and that there may be more, where a cluster could not be read. */
export function FleetEmpty(props: { fleet: Fleet; createHref?: string }) {
  const { fleet, createHref } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const isWhole = fleet.clusters.every(
    ({ condition }) => condition === 'Current',
  );
  return isWhole ? (
    <Notice
      icon={<RiRocketLine aria-hidden />}
      title={t('fleet.empty.title')}
      actions={
        createHref !== undefined && (
          <ButtonLink
            href={createHref}
            size="small"
            iconStart={<RiAddLine aria-hidden />}
          >
            {t('fleet.empty.create')}
          </ButtonLink>
        )
      }
    >
      {t('fleet.empty.text')}
    </Notice>
  ) : (
    <Notice
      icon={<RiWifiOffLine aria-hidden />}
      title={t('fleet.empty.unread.title')}
      actions={<ClusterProblems status={fleet} />}
    >
      {t('fleet.empty.unread.text')}
    </Notice>
  );
}

/** Says that the filters leave nothing over. */
export function FleetNoMatch(props: { total: number; onClear: () => void }) {
  const { total, onClear } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <Notice
      icon={<RiFilterOffLine aria-hidden />}
      title={t('fleet.noMatch.title')}
      actions={
        <Button size="small" variant="secondary" onPress={onClear}>
          {t('fleet.filters.clear')}
        </Button>
      }
    >
      {t('fleet.noMatch.text', { total: total.toLocaleString() })}
    </Notice>
  );
}

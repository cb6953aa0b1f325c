import type {
  DeploymentDetails,
  DetailsPart,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import { alexandriaTranslationRef } from '../../translations/ref';
import { ReplicaMarks } from '../parts/ReplicaMarks';
import { SecretsCount } from '../parts/SecretsCount';
import { eventsKnown } from '../words/eventsKnown';

/** What each part comes to, in one line. */
export function useSummaries(
  details: DeploymentDetails,
): Record<DetailsPart, ReactNode> {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { rollout, replicas, pods, autoscaler, secrets, events, omitted } =
    details;
  const unwell = pods.filter(({ health }) => health !== 'Healthy').length;
  const count = pods.length + (omitted.pods ?? 0);
  const warnings = events.filter(({ type }) => type === 'Warning').length;
  return {
    rollout: rollout?.sentence ?? t('status.rollout.none'),
    pods: (
      <>
        {replicas ? (
          <ReplicaMarks replicas={replicas} />
        ) : (
          t('status.pods.count', { count })
        )}
        {unwell > 0 && <> · {t('status.pods.unwell', { count: unwell })}</>}
      </>
    ),
    autoscaler: autoscaler?.sentence ?? t('status.autoscaler.none'),
    secrets: <SecretsCount secrets={secrets} />,
    storage: details.storage.sentence,
    network: details.network.sentence,
    drift: details.drift?.sentence ?? t('status.drift.notCompared'),
    events:
      events.length === 0
        ? t(`status.events.none.${eventsKnown(details)}`)
        : t('status.events.count', {
            count: events.length + (omitted.events ?? 0),
            warnings: String(warnings),
          }),
  };
}

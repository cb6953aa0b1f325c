import { createHash } from 'node:crypto';
import type { Severity } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  stringifyEntityRef,
  parseEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type {
  NotificationPayload,
  NotificationSeverity,
} from '@backstage/plugin-notifications-common';
import { worstFindingOf, type Observation } from './observe';
import type { ToldKind } from './told';

/** By which people tell these notifications from others in their settings. */
const TOPIC = 'alexandria';

/** The column of the notifications backend takes 255. */
const MAX_TITLE = 200;

const MAX_DESCRIPTION = 1_000;

const SEVERITIES: Record<Severity, NotificationSeverity> = {
  critical: 'critical',
  warning: 'high',
  info: 'normal',
};

/** Of what is well again: nobody has to do anything. */
const RECOVERED: NotificationSeverity = 'low';

const cut = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

const nameOf = ({ metadata }: Entity) => metadata.title ?? metadata.name;

/** The same for all that is ever told of a Deployment, so that what is told later takes the place of what was told before. */
const scopeOf = (
  entityRef: string,
  { cluster, namespace, name }: Observation,
) =>
  createHash('sha256')
    .update(JSON.stringify([entityRef, cluster, namespace, name]))
    .digest('hex');

/** The tab of the instance, from the root of the portal, with the Deployment chosen where there is something to see of it. */
function linkOf(entityRef: string, observation: Observation): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const tab = ['catalog', namespace, kind, name, 'alexandria']
    .map(encodeURIComponent)
    .join('/');
  const { cluster, namespace: where, name: deployment } = observation;
  const query = new URLSearchParams({
    deployment: [cluster, where, deployment].join('/'),
  });
  return observation.said ? `/${tab}?${query}` : `/${tab}`;
}

function textsOf(
  entity: Entity,
  kind: ToldKind,
  observation: Observation,
): Pick<NotificationPayload, 'title' | 'description' | 'severity'> {
  const { cluster, namespace, name, said } = observation;
  const whose = `${nameOf(entity)} in ${cluster}/${namespace}`;
  if (kind === 'healthy') {
    return {
      title: `${whose}: ${name} is Healthy again`,
      description: said?.sentence,
      severity: RECOVERED,
    };
  }
  if (!said) {
    return {
      title: `${whose}: ${name} is Missing: its Deployment is not there any more`,
      description: `It was there before, and namespace ${namespace} of cluster ${cluster} has it no more. If it was not meant to go, install the instance again; if it was, there is nothing to do.`,
      severity: SEVERITIES.critical,
    };
  }
  const worst = worstFindingOf(said);
  return {
    title: `${whose}: ${said.sentence}`,
    description: worst && `${worst.cause}\n\n${worst.remedy}`,
    severity: SEVERITIES[worst?.severity ?? 'critical'],
  };
}

/**
 * What is told of a Deployment of an instance: which, what is wrong with it, why and what to do, as far as findings say it,
 * which hold no value of a Secret.
 */
export function notificationOf(
  entity: Entity,
  kind: ToldKind,
  observation: Observation,
): NotificationPayload {
  const { cluster, namespace, name, said } = observation;
  const entityRef = stringifyEntityRef(entity);
  const { title, description, severity } = textsOf(entity, kind, observation);
  const code = kind === 'unhealthy' && worstFindingOf(said)?.code;
  return {
    title: cut(title, MAX_TITLE),
    ...(description ? { description: cut(description, MAX_DESCRIPTION) } : {}),
    link: linkOf(entityRef, observation),
    severity,
    topic: TOPIC,
    scope: scopeOf(entityRef, observation),
    metadata: {
      ...{ entityRef, cluster, namespace, deployment: name },
      health: said?.health ?? 'Missing',
      ...(code ? { code } : {}),
    },
  };
}

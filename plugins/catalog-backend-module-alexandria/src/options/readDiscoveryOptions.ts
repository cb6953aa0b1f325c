import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { ComponentOptions } from '../entities/discoveredComponent';
import { readClusterNames } from './readClusterNames';

const KEY = 'catalog.providers.alexandria';

/** Which instances are brought into the catalog, and how. */
export interface DiscoveryOptions {
  /** Names of the clusters that are looked at. */
  clusters: string[];
  /** For how long an instance has to be known to be gone before its entity is removed, in milliseconds. */
  gracePeriodMs: number;
  component: ComponentOptions;
  schedule: SchedulerServiceTaskScheduleDefinition;
}

const SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 2 },
};

const GRACE_PERIOD_MS = 30 * 60_000;

const OWNER_LABELS = ['backstage.io/owner', 'owner', 'team'];

const ENVIRONMENT_LABELS = ['environment', 'env'];

function readOwner(config: Config): string {
  const given = config.getString('fallbackOwner');
  try {
    const reference = parseEntityRef(given, {
      defaultKind: 'Group',
      defaultNamespace: DEFAULT_NAMESPACE,
    });
    if (
      [reference.namespace, reference.name].every(
        KubernetesValidatorFunctions.isValidObjectName,
      )
    ) {
      return stringifyEntityRef(reference);
    }
  } catch {
    // What is said below says more.
  }
  throw new InputError(
    `${KEY}.fallbackOwner: must be the reference of an entity, for example group:default/platform, not ${JSON.stringify(
      given,
    )}`,
  );
}

function readNamespace(config: Config): string {
  const given = config.getOptionalString('namespace') ?? DEFAULT_NAMESPACE;
  if (!KubernetesValidatorFunctions.isValidNamespace(given)) {
    throw new InputError(
      `${KEY}.namespace: must be a namespace of the catalog, for example default, not ${JSON.stringify(
        given,
      )}`,
    );
  }
  return given;
}

function readGracePeriod(config: Config): number {
  const key = 'gracePeriod';
  if (!config.has(key)) {
    return GRACE_PERIOD_MS;
  }
  const ms = durationToMilliseconds(readDurationFromConfig(config, { key }));
  if (!(ms >= 0)) {
    throw new InputError(
      `${KEY}.${key}: must be a duration of 0 or more, for example 30 minutes, not ${ms} ms`,
    );
  }
  return ms;
}

/**
 * Reads `catalog.providers.alexandria`.
 *
 * @returns undefined when it is absent: nothing is to be discovered
 * @throws InputError, or what the configuration throws, when something in it does not fit
 */
export function readDiscoveryOptions(
  root: Config,
): DiscoveryOptions | undefined {
  const config = root.getOptionalConfig(KEY);
  return (
    config && {
      clusters:
        config.getOptionalStringArray('clusters') ??
        readClusterNames(root).names,
      gracePeriodMs: readGracePeriod(config),
      component: {
        namespace: readNamespace(config),
        ownerLabels:
          config.getOptionalStringArray('ownerLabels') ?? OWNER_LABELS,
        fallbackOwner: readOwner(config),
        environmentLabels:
          config.getOptionalStringArray('environmentLabels') ??
          ENVIRONMENT_LABELS,
      },
      schedule: config.has('schedule')
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
            config.getConfig('schedule'),
          )
        : SCHEDULE,
    }
  );
}

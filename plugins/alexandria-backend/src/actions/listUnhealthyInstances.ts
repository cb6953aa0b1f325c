import {
  healthSchema,
  instanceStatusSchema,
  type InstanceStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { z } from 'zod';
import { readableEntities } from '../readableEntities';
import { INSTANCES } from '../status/instances';
import { systemClock } from '../watch/Clock';
import type { ActionServices } from './ActionServices';
import { READ_ONLY } from './readOnly';
import { registrySchema } from './registrySchema';

/** Entities that are asked of the catalog, and of the permissions, at one time. */
const STEP = 100;

/** Instances that one answer looks at, at most. */
const MAX_STEPS = 10;

/** Findings that are told of a Deployment, of which there may be dozens; get-instance-status has them all. */
const MAX_FINDINGS = 3;

const UNHEALTHY = ['Degraded', 'Missing'];

const ORDER = [{ field: 'metadata.name', order: 'asc' as const }];

const inputSchema = z.object({
  cursor: z
    .string()
    .optional()
    .describe('nextCursor of the answer before, to go on where that ended'),
});

const verdict = instanceStatusSchema.shape.deployments.element;
const finding = verdict.shape.findings.element;

/** Which instances are unhealthy, and in short why. */
export const unhealthyInstancesSchema = z.object({
  summary: z.string().describe('One line'),
  judged: z
    .number()
    .int()
    .describe('Instances that were looked at and whose health is known'),
  unknown: z
    .array(z.string())
    .describe(
      'Instances that could not be judged: nobody could look, so they are neither healthy nor unhealthy',
    ),
  instances: z
    .array(
      z.object({
        entityRef: z.string(),
        health: healthSchema,
        deployments: z
          .array(
            verdict
              .pick({
                cluster: true,
                deployment: true,
                health: true,
                sentence: true,
              })
              .extend({
                findings: z
                  .array(
                    finding.pick({ code: true, severity: true, title: true }),
                  )
                  .describe(
                    `Worst first, at most ${MAX_FINDINGS}; get-instance-status has all of them, with cause and remedy`,
                  ),
              }),
          )
          .describe('Those that are not Healthy'),
      }),
    )
    .describe('Those that are Degraded or Missing'),
  nextCursor: z
    .string()
    .optional()
    .describe('Present when there are more instances to look at'),
});

type UnhealthyInstances = z.infer<typeof unhealthyInstancesSchema>;

const inShort = ({
  entityRef,
  health,
  deployments,
}: InstanceStatus): UnhealthyInstances['instances'][number] => ({
  entityRef,
  health,
  deployments: deployments
    .filter(each => each.health !== 'Healthy')
    .map(each => ({
      cluster: each.cluster,
      deployment: each.deployment,
      health: each.health,
      sentence: each.sentence,
      findings: each.findings
        .slice(0, MAX_FINDINGS)
        .map(({ code, severity, title }) => ({ code, severity, title })),
    })),
});

function summaryOf(unhealthy: number, judged: number, unknown: number): string {
  const known = `${unhealthy} of ${judged} ${
    judged === 1 ? 'instance is' : 'instances are'
  } unhealthy`;
  return unknown === 0 ? known : `${known}; ${unknown} could not be judged`;
}

/**
 * Looks through the instances that somebody may read, step by step. What they may not read is not counted anywhere.
 *
 * @param cursor - where an answer before ended
 */
async function unhealthyInstances(
  services: ActionServices,
  credentials: BackstageCredentials,
  cursor: string | undefined,
): Promise<UnhealthyInstances> {
  const { catalog, status } = services;
  const found: InstanceStatus[] = [];
  const unknown: string[] = [];
  let judged = 0;
  let next = cursor;
  for (let step = 0; step < MAX_STEPS; step++) {
    const fields = ['kind', 'metadata'];
    const { items, pageInfo } = await catalog.queryEntities(
      next === undefined
        ? { filter: INSTANCES, orderFields: ORDER, fields, limit: STEP }
        : { cursor: next, fields, limit: STEP },
      { credentials },
    );
    for (const entity of await readableEntities(services, items, credentials)) {
      await systemClock.turn();
      const instance = status.status(entity);
      if (instance?.health === 'Unknown') {
        unknown.push(instance.entityRef);
      } else if (instance) {
        judged += 1;
        if (UNHEALTHY.includes(instance.health)) {
          found.push(instance);
        }
      }
    }
    next = pageInfo.nextCursor;
    if (next === undefined) {
      break;
    }
  }
  return {
    summary: summaryOf(found.length, judged, unknown.length),
    judged,
    unknown,
    instances: found.map(inShort),
    ...(next === undefined ? {} : { nextCursor: next }),
  };
}

/** Offers which instances need somebody. */
export function registerListUnhealthyInstances(
  registry: Pick<ActionsRegistryService, 'register'>,
  services: ActionServices,
) {
  registry.register({
    name: 'list-unhealthy-instances',
    title: 'List unhealthy Alexandria instances',
    description: `
Lists the Alexandria instances that are Degraded or Missing, with what is wrong in short, and those that could not be judged.

Only instances that the caller may read are looked at and counted. An answer looks at ${
      STEP * MAX_STEPS
    } of them; when it has a
\`nextCursor\` there are more, and asking with that as \`cursor\` goes on.
    `,
    attributes: READ_ONLY,
    schema: {
      input: registrySchema(inputSchema),
      output: registrySchema(unhealthyInstancesSchema),
    },
    examples: [{ title: 'Is anything down?', input: {} }],
    action: async ({ input, credentials }) => {
      const { cursor } = inputSchema.parse(input);
      return {
        output: await unhealthyInstances(services, credentials, cursor),
      };
    },
  });
}

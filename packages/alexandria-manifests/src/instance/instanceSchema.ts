import { z } from 'zod';
import { text } from '../values/model/fields';
import * as patterns from '../values/model/patterns';
import { access } from './model/access';
import { delivery } from './model/delivery';
import { environment } from './model/environment';
import { exposure } from './model/exposure';
import {
  described,
  dnsLabel,
  noSecret,
  optionalObjectName,
  optionalSystemRef,
  ownerRef,
} from './model/fields';
import { llmBackend } from './model/llmBackend';
import { observability } from './model/observability';
import { secrets } from './model/secrets';

/**
 * The answers of the form: everything an instance's repository is generated from.
 *
 * One definition for the form, the scaffolder actions, the CLI's parameters file and `.alexandria/instance.yaml`. No
 * field takes a secret.
 *
 * @public
 */
export const instanceSchema = z.strictObject({
  name: described(
    dnsLabel(40),
    'Name',
    'Name of the instance: in the catalog, in labels and, unless you change it, of the repository.',
  ),
  owner: described(
    ownerRef(),
    'Owner',
    'Group or user of the catalog that owns the instance.',
  ),
  system: described(
    optionalSystemRef(),
    'System',
    'System of the catalog that the instance belongs to.',
  ).default(''),
  description: described(
    noSecret(text('one line of text', patterns.oneLine, 200)),
    'Description',
    'One line for people who come across it.',
  ).default(''),
  environments: described(
    z
      .array(environment)
      .min(1, { error: 'must have at least one environment' })
      .max(50, { error: 'must have at most 50 environments' }),
    'Environments',
    'Where the instance runs, lowest first: the first is the base of the Kustomize overlays.',
  ),
  images: described(
    z.strictObject({
      registry: described(
        noSecret(
          text(
            'a registry and path such as ghcr.io/alexandriaproject',
            patterns.imageRepository,
            200,
          ),
        ),
        'Registry',
        'Where the images come from; change it for a mirror.',
      ).default('ghcr.io/alexandriaproject'),
      pullSecret: described(
        optionalObjectName(),
        'Pull secret',
        'Name of a Secret with registry credentials. Empty for a public registry.',
      ).default(''),
    }),
    'Images',
    'Where the container images come from.',
  ).prefault({}),
  access: described(access, 'Access', 'How people sign in.').prefault({}),
  llmBackends: described(
    z.array(llmBackend).max(50),
    'LLM backends',
    'Registered when a pod starts. Removing one later does not unregister it.',
  ).default([]),
  secrets: described(
    secrets,
    'Secrets',
    'Where secret values come from.',
  ).prefault({}),
  exposure: described(exposure, 'Exposure', 'How people reach it.').prefault(
    {},
  ),
  observability: described(
    observability,
    'Observability',
    'Metrics and traces.',
  ).prefault({}),
  delivery: described(
    delivery,
    'Delivery',
    'How it gets to the cluster.',
  ).prefault({}),
  repoUrl: described(
    text(
      "a repository in Backstage's format, host?owner=…&repo=…",
      /^[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?(:[0-9]{1,5})?\?[A-Za-z0-9=&%._~+-]+$/,
      500,
    ),
    'Repository',
    'Where the new repository is created.',
  ).optional(),
});

/**
 * Answers with every default filled in.
 *
 * @public
 */
export type Instance = z.output<typeof instanceSchema>;
/**
 * Answers as they may be given.
 *
 * @public
 */
export type InstanceInput = z.input<typeof instanceSchema>;

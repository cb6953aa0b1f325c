import type { Explanation } from '../explanations';

const template = (name: string) => `chart/templates/${name}`;

/** Lists under a key, by template and move: what stands where the list is written. */
const lists: [name: string, move: [string, string], places: string[]][] = [
  [
    '_containers.tpl',
    ['2', '0'],
    ['env: {{- .env |', 'envFrom: {{- toYaml . |'],
  ],
  ['_containers.tpl', ['4', '2'], ['volumeMounts: {{- include ']],
  ['_saml-cert.tpl', ['2', '0'], ['imagePullSecrets: {{-', 'tolerations: {{-']],
  [
    'deployment.yaml',
    ['8', '6'],
    [
      'imagePullSecrets: {{-',
      'tolerations: {{-',
      'topologySpreadConstraints: {{-',
      'volumes: {{-',
    ],
  ],
  ['httproute.yaml', ['4', '2'], ['parentRefs: {{-', 'hostnames: {{-']],
  ['ingress.yaml', ['8', '6'], ['- hosts: {{-']],
  [
    'networkpolicy.yaml',
    ['8', '6'],
    ['- from: {{- toYaml $policy.metricsFrom', '- to: {{- include '],
  ],
];

/** Changes of the templates. */
export const chartExplanations: Explanation[] = [
  ...lists.flatMap(([name, move, places]) =>
    places.map(
      (within): Explanation => ({
        file: template(name),
        changes: [move],
        within,
        reason: 'YAML takes a list that stands as far as its key for the same.',
      }),
    ),
  ),
  {
    file: template('_destinations.tpl'),
    changes: [
      ['"kind"', '""'],
      ['"anywhere"', '""'],
    ],
    within: '(dict "kind" "anywhere" "port" $port)',
    reason:
      'What is no address, no namespace and not the own one is anywhere; its kind has a name for the reader.',
  },
  {
    file: template('_guards-federation.tpl'),
    changes: [['0.0', '1']],
    reason: 'Both times that are compared would be longer by a nanosecond.',
  },
  {
    file: template('_guards-names.tpl'),
    changes: [
      ['"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$"', '""'],
      ['53', '54'],
    ],
    reason:
      'Helm itself refuses such a name of a release, before it reads a template.',
  },
  {
    file: template('_guards-secrets.tpl'),
    changes: [['"config.database.existingSecret"', '""']],
    reason:
      'The report names the second source, and this one is always the first.',
  },
  {
    file: template('_guards-text.tpl'),
    changes: [
      ['"[\\\\x{7f}-\\\\x{9f}\\\\x{fffe}\\\\x{ffff}]|\\\\\\\\u202[89]"', '""'],
      ['"\\"<<\\":"', '""'],
    ],
    reason:
      'A look at the whole that spares the walk through values which hold nothing of the kind: the walk would find nothing either.',
  },
];

import type { Explanation } from './explanations';

const DEEPER_LIST =
  'YAML takes a list that is indented further, or as far as its key, for the same.';
const SUFFIXED =
  'The name ends in a suffix, so that no reader of YAML takes it for anything but text.';
const SMALL =
  'A port or a share stays far below the million from which Helm would write an exponent.';

/** Changes that nothing can notice, or that are not to be noticed, and why. */
export const explanations: Explanation[] = [
  {
    file: 'chart/templates/_containers.tpl',
    changes: [
      ['4', '2'],
      ['4', '6'],
    ],
    reason: DEEPER_LIST,
  },
  {
    file: 'chart/templates/rbac.yaml',
    changes: [['4', '6']],
    reason: 'YAML takes a map that is indented further for the same.',
  },
  {
    file: 'chart/templates/externalsecret.yaml',
    changes: [['| quote', '']],
    reason: SUFFIXED,
  },
  {
    file: 'chart/templates/saml-cert-job.yaml',
    changes: [['| quote', '']],
    reason: SUFFIXED,
  },
  {
    file: 'chart/templates/saml-certificate.yaml',
    changes: [['| quote', '']],
    reason: 'A duration ends in the letter of its unit.',
  },
  ...[
    'chart/templates/_helpers.tpl',
    'chart/templates/_nginx-conf.tpl',
    'chart/templates/_notes.tpl',
    'chart/templates/hpa.yaml',
  ].map(
    (file): Explanation => ({
      file,
      changes: [['| int64', '']],
      reason: SMALL,
    }),
  ),
];

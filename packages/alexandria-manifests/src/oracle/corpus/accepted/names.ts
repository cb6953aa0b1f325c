import { ValuesInput } from '../../../values/valuesSchema';
import { AcceptedCase } from './AcceptedCase';
import { corporate } from './parts';

const longest = 'a-release-name-as-long-as-helm-takes-one-of-53-digits';
const job: ValuesInput = {
  federation: {
    enabled: true,
    providers: [corporate],
    saml: { keyPair: 'job' },
  },
  rbac: { create: true },
};

/** Names and labels. */
export const nameCases: AcceptedCase[] = [
  {
    name: 'another release in another namespace',
    values: job,
    release: { name: 'library', namespace: 'team-a' },
  },
  {
    name: 'the longest names, which are cut',
    values: job,
    release: { name: longest, namespace: `n${'0'.repeat(62)}` },
  },
  {
    name: 'a name cut at a hyphen',
    values: { nameOverride: 'second' },
    release: {
      name: 'forty-five-digits-of-a-release-name-012345678',
      namespace: 'alexandria',
    },
  },
  { name: 'nameOverride', values: { nameOverride: 'blue' } },
  { name: 'fullnameOverride', values: { fullnameOverride: 'portal' } },
  {
    name: 'fullnameOverride before nameOverride, cut',
    values: {
      ...job,
      nameOverride: 'x',
      fullnameOverride: `p${longest.slice(1)}`,
    },
  },
  {
    name: 'a release with a digit and a dot under fullnameOverride',
    values: { fullnameOverride: 'portal' },
    release: { name: '1.alexandria', namespace: '0' },
  },
  {
    name: 'names that YAML 1.1 misreads',
    values: { backstage: { entityName: 'on' }, fullnameOverride: 'y' },
    release: { name: 'no', namespace: '1e3' },
  },
  {
    name: 'names that are numbers',
    values: {
      fullnameOverride: 'e1',
      backstage: { entityName: '0123' },
      serviceAccount: { name: '0x10' },
    },
    release: { name: '12e3', namespace: '0123' },
  },
  {
    name: 'labels everywhere, one of them twice',
    values: {
      commonLabels: {
        team: 'library',
        'example.com/tier': 'on',
        empty: '',
        number: '0123',
        truth: 'true',
      },
      podLabels: { team: '', 'example.com/zone': '1e3' },
      backstage: { entityName: 'Alexandria_1.prod' },
    },
  },
  {
    name: 'annotations everywhere',
    values: {
      podAnnotations: {
        'prometheus.io/scrape': 'true',
        note: 'a "quoted": {text} # no comment',
        lines: 'first\nsecond\n',
      },
      persistence: {
        annotations: {
          'argocd.argoproj.io/sync-options': 'Prune=false',
          'kustomize.toolkit.fluxcd.io/prune': 'disabled',
          'helm.sh/resource-policy': 'keep',
        },
      },
      serviceAccount: {
        annotations: {
          'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/a',
        },
      },
      service: { annotations: { 'example.com/empty': '', number: '8080' } },
    },
  },
  { name: 'the global map, which is ignored', values: { global: { a: [1] } } },
];

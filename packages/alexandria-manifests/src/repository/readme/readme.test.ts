import { InstanceInput } from '../../instance';
import { complete, instanceOf, minimal } from '../__testUtils__/instances';
import { generateRepository } from '../generateRepository';

const readme = (input: InstanceInput) =>
  generateRepository(instanceOf(input)).find(({ path }) => path === 'README.md')
    ?.content ?? '';

/** The commands of each block. */
const blocks = (input: InstanceInput) =>
  [...readme(input).matchAll(/^```sh\n(.*?)\n```$/gms)].map(
    ([, commands]) => commands,
  );

describe('the README', () => {
  it.each([
    ['helm', 'helm upgrade'],
    ['kustomize', 'kubectl (diff|apply) --server-side'],
  ] as const)(
    'lets people look at what %s would do before they do it',
    (manifests, command) => {
      const found = blocks({ ...minimal, delivery: { manifests } }).filter(
        commands => new RegExp(command).test(commands),
      );
      // To look, to deploy, and to deploy a change.
      expect(found).toHaveLength(3);
      expect(found[0]).toMatch(/--dry-run=server|kubectl diff/);
      expect(found[0]).not.toContain('\n\n');
      expect(found[2]).toBe(found[1]);
    },
  );

  const kustomize = { manifests: 'kustomize' } as const;
  it.each<[string, InstanceInput, string]>([
    [
      'nothing but what is always there',
      { ...minimal, delivery: kustomize },
      'serviceaccount,configmap,service,deployment',
    ],
    [
      'custom resources, with the group that tells them from others',
      {
        ...complete,
        access: {
          ...complete.access,
          samlKeyPair: 'certManager',
          samlIssuer: { name: 'internal' },
        },
        secrets: { source: 'externalSecrets', store: { name: 'vault' } },
        exposure: { kind: 'httpRoute', gateway: { name: 'public' } },
        delivery: kustomize,
      },
      [
        'poddisruptionbudget,serviceaccount,configmap,service,deployment,horizontalpodautoscaler',
        'certificate.cert-manager.io,externalsecret.external-secrets.io,httproute,servicemonitor.monitoring.coreos.com',
      ].join(','),
    ],
  ])('removes %s, and leaves the data', (_, input, kinds) => {
    const [removal, data] = blocks(input).slice(-2);
    expect(removal).toMatch(new RegExp(`^kubectl delete ${kinds} --namespace`));
    expect(data).toMatch(/^kubectl delete pvc alexandria-data --namespace/);
  });

  it('has Helm 4 take over what kubectl applied, and Helm 3, which has no flag for it', () => {
    const both = { ...complete, delivery: { manifests: 'both' } } as const;
    const flags = blocks(both)
      .filter(commands => commands.includes('--take-ownership'))
      .map(commands => commands.split('\n').pop()?.trim());
    expect(flags).toEqual([
      '--take-ownership --force-conflicts',
      '--take-ownership',
    ]);
  });
});

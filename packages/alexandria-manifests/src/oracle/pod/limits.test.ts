/** @jest-environment node */
import fc from 'fast-check';
import { renderObjects } from '../../objects';
import { resolveValues } from '../../values/resolveValues';
import { Release } from '../../values/valuesSchema';
import { accepted, AcceptedCase } from '../corpus/accepted';
import {
  claude,
  claudeKey,
  corporate,
  okta,
  shared,
} from '../corpus/accepted/parts';
import { ciCases } from '../__testUtils__/ciCases';
import { alexandria } from '../__testUtils__/helmTemplate';
import { byIdentity } from '../__testUtils__/manifests';
import { limitsBroken } from './__testUtils__/limitsBroken';

/** Everything that the chart can render, or undefined where the values are refused. */
function rendered(values: unknown, release: Release) {
  const result = resolveValues([values], release);
  return result.ok
    ? renderObjects(result.value, release, { hooks: true, tests: true })
    : undefined;
}

/** Text that begins and ends with a letter, of the longest length or about it, and now and then one too long. */
const text = (characters: string, longest: number) =>
  fc
    .tuple(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(1, 2, longest - 1, longest) },
        { weight: 1, arbitrary: fc.constant(longest + 1) },
      ),
      fc.array(fc.constantFrom(...characters), {
        minLength: longest,
        maxLength: longest,
      }),
    )
    .map(([length, all]) =>
      length === 1 ? 'a' : `a${all.slice(0, length - 2).join('')}z`,
    );

const label = text('ab-0', 63);
const stem = text('ab-0', 53);
const subdomain = text('ab-0.', 253).map(value =>
  value.replace(/[-.]{2,}/g, 'a'),
);
const labelValue = text('aB-_.0', 63);
const key = fc.oneof(
  labelValue,
  fc.tuple(text('ab0', 189), labelValue).map(parts => parts.join('/')),
  subdomain.map(prefix => `${prefix}/a`),
);
const map = (value: fc.Arbitrary<string>) =>
  fc.dictionary(key, value, { maxKeys: 1, noNullPrototype: true });

/** Values with a name of any length, accepted or not, in every place that takes one, over parts that need names. */
const drawn = fc.record({
  values: fc
    .tuple(
      fc.record(
        {
          nameOverride: stem,
          fullnameOverride: stem,
          commonLabels: map(labelValue),
          podLabels: map(labelValue),
          podAnnotations: map(fc.string()),
          nodeSelector: map(labelValue),
          backstage: fc.record({ entityName: labelValue }),
          imagePullSecrets: fc.tuple(fc.record({ name: subdomain })),
          priorityClassName: subdomain,
          extraVolumes: fc.tuple(
            fc.record({ name: label, emptyDir: fc.constant({}) }),
          ),
          extraContainers: fc.tuple(
            fc.record({ name: label, image: fc.constant('a') }),
          ),
          serviceAccount: fc.record({
            name: subdomain,
            annotations: map(fc.string()),
          }),
          llmBackends: fc.tuple(
            fc.record({
              name: text('ab-0', 54),
              url: fc.constant(claude.url),
              kind: fc.constant('claude'),
              model: fc.constant('m'),
              apiKeyEnvVar: fc.constant('KEY'),
              apiKeySecretRef: fc.constant(claudeKey),
            }),
          ),
          federation: fc
            .record({
              name: text('ab-0', 40),
              existingSecret: fc.option(subdomain, { nil: '' }),
              keyPair: fc.constantFrom('job', 'existingSecret'),
            })
            .map(({ name, existingSecret, keyPair }) => ({
              enabled: true,
              providers: [{ ...okta, name }, corporate],
              existingSecret,
              saml: { keyPair, existingSecret },
            })),
          ingress: fc.record({
            enabled: fc.constant(true),
            className: subdomain,
            annotations: map(fc.string()),
            tls: fc.tuple(fc.record({ secretName: subdomain })),
          }),
        },
        { requiredKeys: [] },
      ),
      fc.constantFrom({}, shared, { rbac: { create: true } }),
    )
    .map(([names, parts]) => ({
      ...parts,
      metrics: { enabled: true, serviceMonitor: { enabled: true } },
      networkPolicy: { enabled: true, postgres: { cidr: '10.0.0.0/8' } },
      pdb: { enabled: true },
      ...names,
    })),
  release: fc.record({ name: stem, namespace: label }),
});

const cases: AcceptedCase[] = [...accepted, ...ciCases];

describe('what Kubernetes takes of names, labels and annotations', () => {
  it.each(cases)('is kept to: $name', ({ values, release = alexandria }) => {
    const objects = rendered(values, release) ?? [];
    expect(objects.length).toBeGreaterThan(0);
    expect(objects.flatMap(limitsBroken)).toEqual([]);
  });

  it('is kept to by any names that are accepted, the longest among them, and no object stands for two', () => {
    let longest = 0;
    fc.assert(
      fc.property(drawn, ({ values, release }) => {
        const objects = rendered(values, release);
        fc.pre(objects !== undefined);
        expect(objects?.flatMap(limitsBroken)).toEqual([]);
        // Throws for an object that is there twice.
        byIdentity(objects ?? []);
        if (release.name.length === 53 && release.namespace.length === 63) {
          longest += 1;
        }
      }),
      { numRuns: 50, maxSkipsPerRun: 100, interruptAfterTimeLimit: 40_000 },
    );
    expect(longest).toBeGreaterThan(0);
  });
});

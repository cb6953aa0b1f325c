/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changed, Place } from './__testUtils__/changed';
import { drawnCases, renderedCases } from './__testUtils__/renderedCases';
import { otherCase, wholeCase } from './__testUtils__/samples';
import { policies } from './policies';

const DRAWS = 200;
const SEED = 20260314;

const whole = wholeCase();
const other = otherCase();
const corpus = [...renderedCases(), whole, other];
const drawn = drawnCases(DRAWS, SEED);

const API = 'spec/template/spec/containers/0';
const INIT = 'spec/template/spec/initContainers/0';
const POD = 'spec/template/spec';

/** By policy: what goes against it, and what it says. */
const violations: [string, string, Place, unknown, RegExp][] = [
  [
    'autoscaler',
    'a target that is not there',
    ['HorizontalPodAutoscaler', 'spec/scaleTargetRef/name'],
    'b',
    /scales Deployment b, which is not there/,
  ],
  [
    'autoscaler',
    'replicas of the Deployment',
    ['Deployment', 'spec/replicas'],
    2,
    /has replicas of its own|scales what has replicas/,
  ],
  [
    'autoscaler',
    'a container that is not there',
    ['HorizontalPodAutoscaler', 'spec/metrics/0/containerResource/container'],
    'worker',
    /measures worker, which the pod does not have/,
  ],
  [
    'autoscaler',
    'a container without a request',
    ['Deployment', 'spec/template/spec/containers/1/resources/requests/cpu'],
    undefined,
    /measures orchestrator, which requests no cpu/,
  ],
  [
    'autoscaler',
    'no metric',
    ['HorizontalPodAutoscaler', 'spec/metrics'],
    [],
    /has no metric/,
  ],
  [
    'autoscaler',
    'limits the wrong way',
    ['HorizontalPodAutoscaler', 'spec/maxReplicas'],
    1,
    /limits the wrong way/,
  ],
  [
    'disruption-budget',
    'one that blocks',
    ['PodDisruptionBudget', 'spec/minAvailable'],
    2,
    /lets none of 2 pods go/,
  ],
  [
    'disruption-budget',
    'one that blocks, in per cent',
    ['PodDisruptionBudget', 'spec/minAvailable'],
    '51%',
    /lets none of 2 pods go/,
  ],
  [
    'disruption-budget',
    'one that selects nothing',
    ['PodDisruptionBudget', 'spec/selector/matchLabels/app'],
    'b',
    /selects no pod/,
  ],
  [
    'disruption-budget',
    'both limits',
    ['PodDisruptionBudget', 'spec/maxUnavailable'],
    1,
    /needs one of/,
  ],
  [
    'disruption-budget',
    'unhealthy pods held',
    ['PodDisruptionBudget', 'spec/unhealthyPodEvictionPolicy'],
    'IfHealthyBudget',
    /holds pods that are not healthy/,
  ],
  [
    'host-access',
    'a hostPath',
    ['Deployment', `${POD}/volumes/1`],
    { name: 'run', hostPath: { path: '/' } },
    /mounts the node as run/,
  ],
  [
    'host-access',
    'the network of the node',
    ['Pod', 'spec/hostNetwork'],
    true,
    /Pod .+ has hostNetwork/,
  ],
  [
    'host-access',
    'a port of the node',
    ['Deployment', `${API}/ports/0/hostPort`],
    80,
    /takes a port of the node/,
  ],
  [
    'images',
    'no image',
    ['Deployment', `${INIT}/image`],
    '',
    /config-init has the image ""/,
  ],
  [
    'images',
    'an image without a tag',
    ['Job', `${API}/image`],
    'docker.io/alpine/k8s',
    /saml-cert has the image/,
  ],
  [
    'images',
    'a tag that is empty',
    ['Pod', 'spec/containers/0/image'],
    'dashboard:',
    /connection has the image/,
  ],
  [
    'labels',
    'a label missing',
    ['ConfigMap', 'metadata/labels/app.kubernetes.io~part-of'],
    undefined,
    /has no app.kubernetes.io\/part-of/,
  ],
  [
    'labels',
    'a label of pods that changes',
    ['Deployment', 'spec/template/metadata/labels/helm.sh~chart'],
    'a-1',
    /pod has helm.sh\/chart, which changes/,
  ],
  [
    'names',
    'a Service that begins with a digit',
    ['Service', 'metadata/name'],
    '0a',
    /is no DNS name/,
  ],
  [
    'names',
    'a Deployment without room',
    ['Deployment', 'metadata/name'],
    'a'.repeat(53),
    /longer than 52/,
  ],
  [
    'names',
    'a label value too long',
    ['Deployment', 'spec/template/metadata/labels/team'],
    'a'.repeat(64),
    /pod has the label team/,
  ],
  [
    'names',
    'the name of a container',
    ['Deployment', `${INIT}/name`],
    'llm_init',
    /is no DNS label/,
  ],
  [
    'names',
    'the name of a port',
    ['Deployment', `${API}/ports/0/name`],
    'a'.repeat(16),
    /longer than 15/,
  ],
  [
    'names',
    'annotations too long',
    ['Service', 'metadata/annotations'],
    { a: 'b'.repeat(2 ** 18) },
    /above 256 KiB/,
  ],
  [
    'network-policy',
    'a rule of egress that is open',
    ['NetworkPolicy', 'spec/egress/1'],
    {},
    /lets out to anywhere/,
  ],
  [
    'network-policy',
    'a rule of ingress that is open',
    ['NetworkPolicy', 'spec/ingress/0'],
    {},
    /lets anybody in/,
  ],
  [
    'network-policy',
    'a rule without ports',
    ['NetworkPolicy', 'spec/egress/1/ports'],
    [],
    /lets out at any port/,
  ],
  [
    'network-policy',
    'a rule for a port without peers',
    ['NetworkPolicy', 'spec/egress/1/to'],
    [],
    /lets out to anywhere/,
  ],
  [
    'network-policy',
    'one direction alone',
    ['NetworkPolicy', 'spec/policyTypes'],
    ['Ingress'],
    /does not restrict Egress/,
  ],
  [
    'network-policy',
    'no DNS',
    ['NetworkPolicy', 'spec/egress/0'],
    undefined,
    /keeps DNS over UDP in/,
  ],
  [
    'network-policy',
    'DNS over TCP missing',
    ['NetworkPolicy', 'spec/egress/0/ports/1'],
    undefined,
    /keeps DNS over TCP in/,
  ],
  [
    'network-policy',
    'link-local addresses',
    ['NetworkPolicy', 'spec/egress/1/to/0/ipBlock/except'],
    undefined,
    /lets out to 169\.254\.0\.0\/16/,
  ],
  [
    'network-policy',
    'every pod',
    ['NetworkPolicy', 'spec/podSelector'],
    {},
    /selects every pod/,
  ],
  [
    'network-policy',
    'a port that nobody listens at',
    ['NetworkPolicy', 'spec/ingress/0/ports/0/port'],
    81,
    /lets in at 81/,
  ],
  [
    'ports',
    'a target that nobody listens at',
    ['Service', 'spec/ports/0/targetPort'],
    'web',
    /leads to web/,
  ],
  [
    'ports',
    'an Ingress to another port',
    ['Ingress', 'spec/rules/0/http/paths/0/backend/service/port'],
    { number: 81 },
    /asks for 81/,
  ],
  [
    'ports',
    'metrics that the Service does not have',
    ['ServiceMonitor', 'spec/endpoints/0/port'],
    'prometheus',
    /asks for prometheus/,
  ],
  [
    'probes',
    'no liveness',
    ['Deployment', `${API}/livenessProbe`],
    undefined,
    /api has no livenessProbe/,
  ],
  [
    'probes',
    'no startup probe',
    ['Deployment', `${API}/startupProbe`],
    undefined,
    /api has no startupProbe/,
  ],
  [
    'probes',
    'no readiness of the dashboard',
    ['Deployment', 'spec/template/spec/containers/2/readinessProbe'],
    undefined,
    /dashboard has no readinessProbe/,
  ],
  [
    'probes',
    'a port that is not there',
    ['Deployment', `${API}/readinessProbe/httpGet/port`],
    'http',
    /probed at http, which it does not have/,
  ],
  [
    'references',
    'a ConfigMap that is not there',
    ['ConfigMap', ''],
    undefined,
    /Deployment alexandria needs ConfigMap/,
  ],
  [
    'references',
    'a Secret that nobody names',
    ['Deployment', `${API}/env/0/valueFrom/secretKeyRef/name`],
    'lost',
    /needs Secret lost/,
  ],
  [
    'references',
    'a claim that is not there',
    ['PersistentVolumeClaim', ''],
    undefined,
    /needs PersistentVolumeClaim/,
  ],
  [
    'references',
    'a service account that is not there',
    ['Deployment', `${POD}/serviceAccountName`],
    'lost',
    /needs ServiceAccount lost/,
  ],
  [
    'references',
    'a role that is not there',
    ['ClusterRole', ''],
    undefined,
    /needs ClusterRole/,
  ],
  [
    'references',
    'an Ingress to no Service',
    ['Service', ''],
    undefined,
    /Ingress alexandria needs Service alexandria/,
  ],
  [
    'resources',
    'no limit of memory',
    ['Deployment', `${INIT}/resources/limits/memory`],
    undefined,
    /config-init has no limit of memory/,
  ],
  [
    'resources',
    'no request of a hook',
    ['Job', `${API}/resources`],
    undefined,
    /saml-cert requests no cpu/,
  ],
  [
    'resources',
    'no request of the test',
    ['Pod', 'spec/containers/0/resources/requests/memory'],
    undefined,
    /connection requests no memory/,
  ],
  [
    'security-context',
    'a context that is missing',
    ['Deployment', `${INIT}/securityContext`],
    undefined,
    /config-init may gain privileges/,
  ],
  [
    'security-context',
    'root',
    ['Deployment', `${API}/securityContext/runAsUser`],
    0,
    /api may run as root/,
  ],
  [
    'security-context',
    'a capability',
    ['Job', `${API}/securityContext/capabilities/add`],
    ['NET_ADMIN'],
    /saml-cert adds capabilities/,
  ],
  [
    'security-context',
    'no seccomp',
    ['Pod', 'spec/securityContext/seccompProfile'],
    undefined,
    /connection has no seccomp profile/,
  ],
  [
    'security-context',
    'a file system to write to',
    ['Deployment', `${API}/securityContext/readOnlyRootFilesystem`],
    false,
    /can write/,
  ],
  [
    'security-context',
    'privileges',
    ['Deployment', `${API}/securityContext/privileged`],
    true,
    /is privileged/,
  ],
  [
    'selectors',
    'the test selected by the Service',
    ['Service', 'spec/selector/app.kubernetes.io~component'],
    undefined,
    /Service alexandria selects Pod/,
  ],
  [
    'selectors',
    'a budget of another release',
    [
      'PodDisruptionBudget',
      'spec/selector/matchLabels/app.kubernetes.io~instance',
    ],
    'b',
    /selects no pod of the Deployment/,
  ],
  [
    'selectors',
    'a version',
    ['Deployment', 'spec/selector/matchLabels/app.kubernetes.io~version'],
    'v1',
    /which changes/,
  ],
  [
    'service-account-token',
    'a token for all',
    ['Deployment', `${POD}/automountServiceAccountToken`],
    true,
    /Deployment alexandria gets a token/,
  ],
  [
    'service-account-token',
    'a test that does not say',
    ['Pod', 'spec/automountServiceAccountToken'],
    undefined,
    /gets a token/,
  ],
  [
    'service-account-token',
    'a token for the dashboard',
    ['Deployment', 'spec/template/spec/containers/2/volumeMounts/0/name'],
    'token',
    /dashboard gets a token/,
  ],
  [
    'volumes',
    'a mount without a volume',
    ['Deployment', `${POD}/volumes/0`],
    undefined,
    /mounts data, which is not there/,
  ],
  [
    'volumes',
    'a volume that nobody mounts',
    ['Job', `${API}/volumeMounts`],
    [],
    /mounts tmp nowhere/,
  ],
  [
    'volumes',
    'two mounts at one path',
    ['Deployment', `${API}/volumeMounts/1/mountPath`],
    '/var/lib/alexandria',
    /mounts twice at \/var\/lib\/alexandria/,
  ],
];

/** What comes close, and is as it should be. */
const nearMisses: [string, string, Place, unknown][] = [
  [
    'autoscaler',
    'a limit that is the least',
    ['HorizontalPodAutoscaler', 'spec/maxReplicas'],
    2,
  ],
  [
    'autoscaler',
    'a container that is not measured, without a request',
    ['Deployment', `${API}/resources/requests`],
    undefined,
  ],
  [
    'disruption-budget',
    'half of two',
    ['PodDisruptionBudget', 'spec/minAvailable'],
    '50%',
  ],
  [
    'disruption-budget',
    'none',
    ['PodDisruptionBudget', 'spec/minAvailable'],
    0,
  ],
  ['host-access', 'the network of the pod', ['Pod', 'spec/hostNetwork'], false],
  [
    'images',
    'a registry with a port, and a digest',
    ['Job', `${API}/image`],
    `localhost:5000/a@sha256:${'0'.repeat(64)}`,
  ],
  [
    'labels',
    'a label of one’s own on pods',
    ['Deployment', 'spec/template/metadata/labels/team'],
    'a',
  ],
  [
    'names',
    'the longest Service',
    ['Service', 'metadata/name'],
    'a'.repeat(63),
  ],
  [
    'names',
    'a ClusterRole with a colon',
    ['ClusterRole', 'metadata/name'],
    'a:b',
  ],
  [
    'names',
    'the longest label value',
    ['Deployment', 'spec/template/metadata/labels/team'],
    'a'.repeat(63),
  ],
  [
    'network-policy',
    'everywhere but link-local',
    ['NetworkPolicy', 'spec/egress/1/to'],
    [
      {
        ipBlock: {
          cidr: '0.0.0.0/0',
          except: ['169.254.0.0/16', '10.0.0.0/8'],
        },
      },
    ],
  ],
  [
    'network-policy',
    'DNS by name of the peer',
    ['NetworkPolicy', 'spec/egress/0/to'],
    [{ namespaceSelector: {} }],
  ],
  [
    'ports',
    'the number of the port',
    ['Service', 'spec/ports/0/targetPort'],
    80,
  ],
  [
    'probes',
    'an orchestrator, which listens nowhere',
    ['Deployment', 'spec/template/spec/containers/1/lifecycle'],
    undefined,
  ],
  [
    'probes',
    'a port by number',
    ['Deployment', `${API}/readinessProbe/httpGet/port`],
    8080,
  ],
  [
    'references',
    'a Secret that need not be there',
    ['Deployment', `${POD}/volumes/6`],
    { name: 'saml', secret: { secretName: 'lost', optional: true } },
  ],
  [
    'references',
    'a Secret that the values name',
    ['Deployment', `${API}/env/0/valueFrom/secretKeyRef/name`],
    'alexandria-llm',
  ],
  [
    'resources',
    'no limit of CPU',
    ['Deployment', `${INIT}/resources/limits/cpu`],
    undefined,
  ],
  [
    'security-context',
    'a context of the pod that the container repeats',
    ['Deployment', `${POD}/securityContext/runAsNonRoot`],
    undefined,
  ],
  [
    'selectors',
    'a Service by fewer labels',
    ['Service', 'spec/selector/app.kubernetes.io~name'],
    undefined,
  ],
  [
    'service-account-token',
    'a mount of another volume',
    ['Deployment', 'spec/template/spec/containers/2/volumeMounts/0/name'],
    'tmp',
  ],
  [
    'volumes',
    'one volume at two paths',
    ['Deployment', `${API}/volumeMounts/1/name`],
    'data',
  ],
];

const page = readFileSync(
  join(__dirname, '../../../../../docs/correctness.md'),
  'utf8',
);

const policy = (name: string) => {
  const found = policies.find(each => each.name === name);
  if (found === undefined) {
    throw new Error(`there is no policy ${name}`);
  }
  return found;
};

describe.each(policies)('$name', ({ name, check, source, unless }) => {
  it('is kept by the samples, and by everything that is rendered unless its values may go against it', () => {
    const found = [...corpus, ...drawn].flatMap(each =>
      unless?.values(each.values)
        ? []
        : check(each.objects, each.values).map(what => `${each.name}: ${what}`),
    );
    expect(found).toEqual([]);
    expect(check(whole.objects, whole.values)).toEqual([]);
    expect(check(other.objects, other.values)).toEqual([]);
  });

  it('is on the page that lists them, with its source', () => {
    expect(page).toContain(`| \`${name}\` `);
    expect(page).toContain(`](${source})`);
  });

  it('holds most of the corpus', () => {
    const free = corpus.filter(({ values }) => unless?.values(values));
    expect(free.length).toBeLessThan(corpus.length * 0.9);
  });

  it('has a case against it, and one that comes close', () => {
    const named = ([of]: readonly [string, ...unknown[]]) => of === name;
    expect(violations.some(named)).toBe(true);
    expect(nearMisses.some(named)).toBe(true);
  });
});

it.each(violations)('%s finds %s', (name, _, place, value, expected) => {
  const found = policy(name).check(
    changed(whole.objects, place, value),
    whole.values,
  );
  expect(found.join('\n')).toMatch(expected);
});

it.each(nearMisses)('%s takes %s', (name, _, place, value) => {
  const found = policy(name).check(
    changed(whole.objects, place, value),
    whole.values,
  );
  expect(found).toEqual([]);
});

import { CANARY, cli, useFolder } from '../../__testUtils__/cli';

const folder = useFolder();
const NOW = '2026-11-24T03:00:00Z';

const DEPLOYMENT = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'library', namespace: 'team', generation: 1 },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: 'library' } },
    template: {
      metadata: { labels: { app: 'library' } },
      spec: {
        containers: [
          {
            name: 'api',
            image: 'r/ee-api:v1.0.0',
            env: [
              {
                name: 'JWT',
                valueFrom: {
                  secretKeyRef: { name: 'auth', key: 'jwt-secret' },
                },
              },
            ],
          },
        ],
      },
    },
  },
  status: {
    observedGeneration: 1,
    replicas: 1,
    updatedReplicas: 1,
    readyReplicas: 1,
    availableReplicas: 1,
  },
};

const POD = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'library-1',
    namespace: 'team',
    labels: { app: 'library' },
  },
  status: {
    phase: 'Pending',
    containerStatuses: [
      {
        name: 'api',
        state: {
          waiting: { reason: 'ImagePullBackOff', message: 'no such tag' },
        },
      },
    ],
  },
};

const SECRET = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: {
    name: 'auth',
    namespace: 'team',
    labels: { note: CANARY },
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': `{"data":{"x":"${CANARY}"}}`,
    },
  },
  data: {
    'jwt-secret': '',
    password: Buffer.from(CANARY).toString('base64'),
    raw: CANARY,
  },
  stringData: { text: CANARY },
};

const json = (...objects: object[]) =>
  JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });

async function diagnose(input: string, ...args: string[]) {
  const said = await cli(
    ['diagnose', '-f', '-', '--now', NOW, '--output', 'json', ...args],
    input,
  );
  return { ...said, report: JSON.parse(said.stdout || 'null') };
}

const findings = [
  {
    code: 'ImagePullFailed',
    severity: 'critical',
    object: 'Pod/library-1',
    title: 'Image r/ee-api:v1.0.0 of api cannot be pulled',
    cause: expect.stringContaining('ImagePullBackOff: no such tag'),
    remedy: expect.stringContaining('kubectl describe pod library-1 -n team'),
  },
];

describe('diagnose', () => {
  it('says exactly what programs rely on', async () => {
    const pod = {
      ...POD,
      status: {
        ...POD.status,
        containerStatuses: [
          { ...POD.status.containerStatuses[0], image: 'r/ee-api:v1.0.0' },
        ],
      },
    };
    const { code, report, stderr } = await diagnose(json(DEPLOYMENT, pod));
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(report).toEqual({
      deployments: [
        { name: 'library', namespace: 'team', health: 'Degraded', findings },
      ],
      objects: [
        {
          kind: 'Deployment',
          name: 'library',
          namespace: 'team',
          health: 'Healthy',
          reason: 'MinimumReplicasAvailable',
          message: '1 of 1 replicas are available',
        },
        {
          kind: 'Pod',
          name: 'library-1',
          namespace: 'team',
          health: 'Degraded',
          reason: 'ImagePullBackOff',
          message: 'api: no such tag',
        },
      ],
    });
  });

  it.each<[string, string, string[]]>([
    ['one object', JSON.stringify(POD), ['Pod']],
    ['a list of mixed kinds', json(POD, DEPLOYMENT), ['Deployment', 'Pod']],
    [
      'lists in lists',
      json({ kind: 'List', apiVersion: 'v1', items: [POD] }, DEPLOYMENT),
      ['Deployment', 'Pod'],
    ],
    [
      'a typed list, whose items say no kind',
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'PodList',
        items: [{ ...POD, kind: undefined, apiVersion: undefined }],
      }),
      ['Pod'],
    ],
    [
      'several YAML documents',
      `---\n${JSON.stringify(
        POD,
      )}\n---\nkind: Service\napiVersion: v1\nmetadata:\n  name: s\n---\n`,
      ['Pod', 'Service'],
    ],
    [
      'several JSON documents, as one YAML stream',
      `${JSON.stringify(POD)}\n---\n${JSON.stringify(DEPLOYMENT)}`,
      ['Deployment', 'Pod'],
    ],
    [
      'keys given twice, the last one winning',
      'apiVersion: v1\nkind: Service\nkind: ConfigMap\nmetadata: { name: c }\n',
      ['ConfigMap'],
    ],
  ])('reads %s', async (_, input, kinds) => {
    const { report, stderr } = await diagnose(input);
    expect(stderr).toBe('');
    expect(report.objects.map(({ kind }: { kind: string }) => kind)).toEqual(
      kinds,
    );
  });

  it('reads several files', async () => {
    const { stdout } = await cli([
      ...['diagnose', '--output', 'json', '--now', NOW],
      ...['-f', folder.file('a.yaml', JSON.stringify(POD))],
      ...['-f', folder.file('b.json', JSON.stringify(DEPLOYMENT))],
    ]);
    expect(JSON.parse(stdout).deployments).toMatchObject([
      { health: 'Degraded' },
    ]);
  });

  it('ends with 0 when all is healthy', async () => {
    expect(await diagnose(json(DEPLOYMENT))).toMatchObject({ code: 0 });
  });

  it.each([
    [
      'suspended',
      { ...DEPLOYMENT, spec: { ...DEPLOYMENT.spec, paused: true } },
    ],
    ['progressing', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' } }],
    [
      'degraded beside others that are not',
      { apiVersion: 'v1', kind: 'Pod', status: { phase: 'Failed' } },
    ],
  ])('ends with 1 when something is %s', async (_, object) => {
    expect(await diagnose(json(DEPLOYMENT, object))).toMatchObject({ code: 1 });
  });

  it('does not take nothing for healthy', async () => {
    const { code, report, stderr } = await diagnose(json());
    expect({ code, report }).toEqual({
      code: 1,
      report: { deployments: [], objects: [] },
    });
    expect(stderr).toContain('nothing is known');
  });

  it.each<[string, string, string]>([
    ['no YAML', `a: [${CANARY}\n`, 'standard input: is neither YAML nor JSON'],
    ['no object', `${CANARY}: 1\n`, 'document 1 is no Kubernetes object'],
    ['a text', CANARY, 'document 1 is no Kubernetes object'],
    ['nothing', '', 'standard input: is empty'],
    ['an empty document', '---\n', 'standard input: is empty'],
    [
      'an item that is no object',
      `{"kind":"List","apiVersion":"v1","items":[{"a":"${CANARY}"}]}`,
      'item 1 of document 1',
    ],
    [
      'an error of the API server',
      '{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Forbidden"}',
      'an error of the API server (Forbidden)',
    ],
    [
      'aliases without end',
      `a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [${'*b,'.repeat(
        50,
      )}]\n`,
      'too many aliases',
    ],
  ])('ends with 2 for %s', async (_, input, said) => {
    const { code, stdout, stderr } = await cli(['diagnose', '-f', '-'], input);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr).not.toContain(CANARY);
  });

  it.each<[string, string[], string]>([
    ['no input', ['diagnose'], 'needs -f FILE, or --context'],
    ['standard input twice', ['diagnose', '-f', '-', '-f', '-'], 'given once'],
    ['a file that is not there', ['diagnose', '-f', 'nowhere'], 'no such file'],
    ['no time', ['diagnose', '-f', '-', '--now', 'noon'], 'RFC 3339'],
    [
      'a date without time',
      ['diagnose', '-f', '-', '--now', '2026-11-24'],
      'RFC 3339',
    ],
    [
      'an unknown output',
      ['diagnose', '-f', '-', '--output', 'xml'],
      'Allowed choices are text, json',
    ],
  ])('ends with 2 for %s', async (_, args, said) => {
    const { code, stdout, stderr } = await cli(args, JSON.stringify(POD));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  });

  it('judges by the time that it is given', async () => {
    const pod = {
      ...POD,
      metadata: { ...POD.metadata, creationTimestamp: '2026-11-24T02:59:50Z' },
      status: {
        phase: 'Pending',
        conditions: [
          { type: 'PodScheduled', status: 'False', reason: 'Unschedulable' },
        ],
      },
    };
    const healthAt = async (now: string) =>
      (await diagnose(json(pod), '--now', now)).report.objects[0].health;
    expect(await healthAt(NOW)).toBe('Progressing');
    expect(await healthAt('2026-11-24T04:05:00+01:00')).toBe('Degraded');
  });

  it('says the sentence first, then causes and remedies', async () => {
    const { stdout } = await cli(
      ['diagnose', '-f', '-'],
      json(DEPLOYMENT, POD),
    );
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^team\/library is Degraded: .* cannot be pulled$/),
      '',
      '  critical  ImagePullFailed  Pod/library-1',
      expect.stringContaining('cannot be pulled'),
      expect.stringMatching(/^ {4}cause {3}Container api waits/),
      expect.stringMatching(/^ {4}remedy {2}Check that/),
      '    more    docs/findings/ImagePullFailed.md',
      '',
      'Pod/library-1 in team is Degraded, ImagePullBackOff: api: no such tag',
      '1 object more by itself Healthy',
      '',
    ]);
  });

  it('lets nothing through that a terminal would obey', async () => {
    const { stdout } = await cli(
      ['diagnose', '-f', '-'],
      json({
        ...POD,
        metadata: { name: 'p\u001b[2J', namespace: 'a\nb' },
        status: { phase: 'Failed', message: '\u001b]0;x\u0007' },
      }),
    );
    expect(stdout).toMatch(/^Pod\/p/);
    expect(stdout.trimEnd()).not.toMatch(/\p{Cc}/u);
  });

  it('reads which keys of a Secret are there, and never a value', async () => {
    const input = json(DEPLOYMENT, SECRET);
    const { code, report, stdout, stderr } = await diagnose(input);
    expect(code).toBe(1);
    expect(report.deployments[0].findings).toMatchObject([
      { code: 'SecretKeyEmpty', object: 'Secret/auth' },
    ]);
    const text = await cli(['diagnose', '-f', '-'], input);
    const encoded = Buffer.from(CANARY).toString('base64');
    for (const said of [stdout, stderr, text.stdout, text.stderr]) {
      expect(said).not.toContain(CANARY);
      expect(said).not.toContain(encoded);
    }
  });
});

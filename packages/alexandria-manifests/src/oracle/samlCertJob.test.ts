/** @jest-environment node */
import {
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { X509Certificate, createPrivateKey } from 'node:crypto';
import {
  ControlPlane,
  describeWithTools,
  kubectl,
  run,
  startControlPlane,
} from '@alexandriaproject/test-rig';
import { parse, stringify } from 'yaml';
import { KubernetesObject, renderObjects } from '../objects';
import { resolveValues } from '../values/resolveValues';
import { writeYamlDocuments } from '../yaml';
import { corporate } from './corpus/accepted/parts';
import { alexandria } from './__testUtils__/helmTemplate';

const { namespace } = alexandria;

function hooks(): KubernetesObject[] {
  const values = {
    federation: {
      enabled: true,
      providers: [corporate],
      saml: { keyPair: 'job' },
    },
  };
  const result = resolveValues([values], alexandria);
  if (!result.ok) {
    throw new Error(JSON.stringify(result.issues));
  }
  const plain = renderObjects(result.value, alexandria).length;
  const all = renderObjects(result.value, alexandria, { hooks: true });
  expect(all.length - plain).toBe(4);
  return all.filter(({ metadata }) => metadata.name === 'alexandria-saml-cert');
}

interface JobContainer {
  command: string[];
  env: { name: string; value: string }[];
}

function containerOf(objects: KubernetesObject[]): JobContainer {
  const [job] = objects.filter(({ kind }) => kind === 'Job');
  const { template } = job.spec as {
    template: { spec: { containers: JobContainer[] } };
  };
  return template.spec.containers[0];
}

describeWithTools(
  'the Job that makes the SAML key pair',
  ['control-plane'],
  () => {
    let plane: ControlPlane;
    let folder: string;

    /** Runs the Job's own command, as its ServiceAccount, in a folder of its own for /tmp. */
    async function runJob() {
      const { command, env } = containerOf(hooks());
      const script = command[3].replace(/\/tmp\//g, `${folder}/work/`);
      return run(command[0], [...command.slice(1, 3), script], {
        env: {
          ...Object.fromEntries(env.map(({ name, value }) => [name, value])),
          HOME: folder,
          KUBECONFIG: join(folder, 'kubeconfig'),
          PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
        },
      });
    }

    const secret = async () => {
      const { stdout } = await plane.kubectl([
        ...['get', 'secret', 'alexandria-saml', '--namespace', namespace],
        ...['--output', 'json'],
      ]);
      return JSON.parse(stdout) as {
        type: string;
        data: Record<string, string>;
        metadata: { resourceVersion: string };
      };
    };

    beforeAll(async () => {
      plane = await startControlPlane();
      await plane.createNamespace(namespace, 'restricted');
      const permissions = hooks().filter(({ kind }) => kind !== 'Job');
      const { code, stderr } = await plane.kubectl(['create', '-f', '-'], {
        input: writeYamlDocuments(permissions),
      });
      if (code !== 0) {
        throw new Error(stderr);
      }

      folder = await mkdtemp(join(tmpdir(), 'saml-cert-job-'));
      await mkdir(join(folder, 'bin'));
      await mkdir(join(folder, 'work'));
      await symlink((await kubectl()).path, join(folder, 'bin', 'kubectl'));
      const config = parse(await readFile(plane.kubeconfig, 'utf8')) as {
        users: { user: Record<string, string> }[];
      };
      config.users[0].user.as = `system:serviceaccount:${namespace}:alexandria-saml-cert`;
      await writeFile(join(folder, 'kubeconfig'), stringify(config), {
        mode: 0o600,
      });
    }, 90_000);

    afterAll(async () => {
      await plane?.stop();
      if (folder) {
        await rm(folder, { recursive: true });
      }
    });

    it('writes a certificate and its key, and prints neither', async () => {
      const { code, stdout, stderr } = await runJob();
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toBe('Secret alexandria-saml created.\n');

      const { type, data } = await secret();
      expect(type).toBe('kubernetes.io/tls');
      const decoded = (key: string) => Buffer.from(data[key], 'base64');
      const certificate = new X509Certificate(decoded('tls.crt'));
      expect(certificate.subject).toBe('CN=alexandria');
      expect(
        certificate.checkPrivateKey(createPrivateKey(decoded('tls.key'))),
      ).toBe(true);
    }, 30_000);

    it('leaves a Secret that is there as it is', async () => {
      const before = await secret();
      const { code, stdout } = await runJob();
      expect(code).toBe(0);
      expect(stdout).toBe(
        'Secret alexandria-saml is there already: nothing to do.\n',
      );
      expect(await secret()).toEqual(before);
    }, 30_000);

    it('may do nothing to any other Secret', async () => {
      const allowed = (verb: string, name: string) =>
        plane.kubectl([
          ...[
            'auth',
            'can-i',
            verb,
            `secret/${name}`,
            '--namespace',
            namespace,
          ],
          `--as=system:serviceaccount:${namespace}:alexandria-saml-cert`,
        ]);
      for (const verb of ['get', 'patch']) {
        expect((await allowed(verb, 'alexandria-saml')).stdout).toBe('yes\n');
        expect((await allowed(verb, 'alexandria-auth')).stdout).toBe('no\n');
      }
      for (const verb of ['delete', 'update']) {
        expect((await allowed(verb, 'alexandria-saml')).stdout).toBe('no\n');
      }
    });
  },
);

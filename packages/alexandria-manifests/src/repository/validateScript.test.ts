/** @jest-environment node */
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  describeWithTools,
  helm,
  kubectl,
  run,
} from '@alexandriaproject/test-rig';
import { InstanceInput } from '../instance';
import { complete, instanceOf, instances } from './__testUtils__/instances';
import { generateRepository } from './generateRepository';

describeWithTools(
  'validate.sh',
  ['helm-3', 'helm-4', 'kubectl-oldest', 'kubectl-newest'],
  () => {
    let folder: string;

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'validate-'));
    });

    afterEach(() => {
      rmSync(folder, { recursive: true });
    });

    async function validate(
      input: InstanceInput,
      tools: { helm: 3 | 4; kubectl: 'oldest' | 'newest' },
      edit: () => void = () => {},
    ) {
      const bin = join(folder, 'bin');
      mkdirSync(bin);
      symlinkSync((await helm(tools.helm)).path, join(bin, 'helm'));
      symlinkSync((await kubectl(tools.kubectl)).path, join(bin, 'kubectl'));
      for (const { path, content } of generateRepository(instanceOf(input))) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      chmodSync(join(folder, '.alexandria/validate.sh'), 0o755);
      edit();
      return run('bash', [join(folder, '.alexandria/validate.sh')], {
        env: { PATH: `${bin}:${process.env.PATH}` },
      });
    }

    it.each(instances)(
      'accepts %s',
      async (_, input) => {
        for (const tools of [
          { helm: 3, kubectl: 'oldest' },
          { helm: 4, kubectl: 'newest' },
        ] as const) {
          rmSync(folder, { recursive: true });
          mkdirSync(folder);
          const { code, stdout, stderr } = await validate(input, tools);
          expect({ code, stderr, failed: stdout.match(/^FAILED.*/gm) }).toEqual(
            {
              code: 0,
              stderr: '',
              failed: null,
            },
          );
          expect(stdout.split('\n').length).toBeGreaterThan(1);
        }
      },
      60_000,
    );

    it('names the environment whose chart and overlay say different things', async () => {
      const { code, stdout } = await validate(
        complete,
        { helm: 4, kubectl: 'newest' },
        () =>
          appendFileSync(
            join(folder, 'values-prod.yaml'),
            'priorityClassName: high\n',
          ),
      );
      expect(code).toBe(1);
      expect(stdout.match(/^FAILED.*/gm)).toEqual([
        'FAILED  prod: chart and overlay agree',
      ]);
      expect(stdout).toContain('priorityClassName: high');
    }, 30_000);

    it("lets the team's own patches differ", async () => {
      const { code } = await validate(
        complete,
        { helm: 4, kubectl: 'newest' },
        () =>
          writeFileSync(
            join(folder, 'k8s/overlays/prod/patches/kustomization.yaml'),
            [
              'apiVersion: kustomize.config.k8s.io/v1alpha1',
              'kind: Component',
              'labels: [{ pairs: { team: payments } }]',
              '',
            ].join('\n'),
          ),
      );
      expect(code).toBe(0);
    }, 30_000);

    it('says what the values model would say of bad values', async () => {
      const { code, stdout } = await validate(
        complete,
        { helm: 4, kubectl: 'newest' },
        () =>
          appendFileSync(
            join(folder, 'values-dev.yaml'),
            'terminationGracePeriodSeconds: 3\n',
          ),
      );
      expect(code).toBe(1);
      expect(stdout).toContain('FAILED  dev: helm template');
      expect(stdout).toContain('terminationGracePeriodSeconds: must');
    }, 30_000);
  },
);

import {
  helm,
  kubectl,
  run,
  type ControlPlane,
} from '@alexandriaproject/test-rig';
import fs from 'fs/promises';
import path from 'path';

/** What a command printed when it should have worked; fails with all of it when it did not. */
async function succeed(
  ...command: Parameters<typeof run>
): Promise<{ stdout: string; stderr: string }> {
  const result = await run(...command);
  if (result.code !== 0) {
    const [tool, args] = command;
    throw new Error(
      `${typeof tool === 'string' ? tool : tool.name} ${args.join(
        ' ',
      )} ended with ${result.code}:\n${result.stdout}${result.stderr}`,
    );
  }
  return result;
}

/** Clones a repository as a person does, with git alone. */
export async function clone(url: string, into: string): Promise<void> {
  await succeed('git', ['clone', '--quiet', url, into]);
}

/** The environments of a generated repository, from its values files. */
export async function environmentsOf(repository: string): Promise<string[]> {
  const files = await fs.readdir(repository);
  return files
    .flatMap(file => /^values-(.+)\.yaml$/.exec(file)?.[1] ?? [])
    .sort();
}

const CHART = 'k8s/helm/alexandria-ee';

/** `helm lint --strict` and `helm template` of an environment with one major version of Helm; returns the manifests. */
export async function helmManifests(
  major: 3 | 4,
  repository: string,
  environment: string,
  namespace: string,
): Promise<string> {
  const tool = await helm(major);
  const chart = path.join(repository, CHART);
  const values = path.join(repository, `values-${environment}.yaml`);
  await succeed(tool, [
    'lint',
    '--strict',
    chart,
    '--namespace',
    namespace,
    '--values',
    values,
  ]);
  const { stdout } = await succeed(tool, [
    'template',
    'alexandria',
    chart,
    '--namespace',
    namespace,
    '--values',
    values,
    '--no-hooks',
    '--skip-tests',
  ]);
  return stdout;
}

/** `kubectl kustomize` of an environment's overlay. */
export async function kustomizeManifests(
  repository: string,
  environment: string,
): Promise<string> {
  const { stdout } = await succeed(await kubectl('newest'), [
    'kustomize',
    path.join(repository, 'k8s/overlays', environment),
  ]);
  return stdout;
}

/** Asks the API server to accept manifests without keeping them. Returns a line per object; fails on any warning. */
export async function serverDryRun(
  plane: ControlPlane,
  manifests: string,
): Promise<string[]> {
  const { stdout, stderr, code } = await plane.kubectl(
    ['apply', '--dry-run=server', '--validate=strict', '--filename', '-'],
    { input: manifests },
  );
  if (code !== 0 || stderr.trim() !== '') {
    throw new Error(`The API server refused:\n${stdout}${stderr}`);
  }
  return stdout.trim().split('\n');
}

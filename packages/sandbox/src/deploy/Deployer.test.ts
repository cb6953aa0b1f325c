/** @jest-environment node */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  generateRepository,
  parseInstance,
  type InstanceInput,
} from '@alexandriaproject/alexandria-manifests';
import { mockServices } from '@backstage/backend-test-utils';
import {
  createTestRepository,
  CREDENTIALS,
  git,
  pushUrl,
  temporaryFolder,
} from '../__testUtils__/gitHost';
import { servePlainCluster } from '../kubernetes/__testUtils__/servePlainCluster';
import { startGitHost, type GitHost } from '../startGitHost';
import { ClusterClient } from './ClusterClient';
import { Deployer } from './Deployer';

const answers = (more: Partial<InstanceInput> = {}): InstanceInput => ({
  name: 'library',
  owner: 'group:default/platform',
  environments: [
    { name: 'dev', stage: 'development' },
    {
      name: 'prod',
      stage: 'development',
      cluster: 'north',
      replicas: 2,
      database: 'postgres',
      storage: { shared: true },
    },
  ],
  ...more,
});

describe('Deployer', () => {
  const logger = mockServices.logger.mock();
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let north: Awaited<ReturnType<typeof servePlainCluster>>;
  let south: typeof north;
  let host: GitHost;
  let deployed: Promise<void>;
  let copy: string;

  beforeEach(async () => {
    jest.clearAllMocks();
    folder = await temporaryFolder();
    north = await servePlainCluster();
    south = await servePlainCluster();
    const deployer = new Deployer({
      clusters: new Map([
        ['north', new ClusterClient(north.client)],
        ['south', new ClusterClient(south.client)],
      ]),
      fallback: 'south',
      logger,
    });
    host = await startGitHost({
      ...CREDENTIALS,
      ...{ port: 0, logger },
      onPush: repository => {
        deployed = deployer.deploy(repository);
      },
    });
    await createTestRepository(host, 'platform', 'library');
    copy = join(folder.path, 'copy');
    await git(
      folder.path,
      ...['clone', '-q', pushUrl(host, 'platform/library.git'), copy],
    );
  });
  afterEach(async () => {
    await Promise.all([host.close(), north.close(), south.close()]);
    await folder.remove();
  });

  async function push(files: Record<string, string>) {
    for (const [path, content] of Object.entries(files)) {
      const file = join(copy, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    await git(copy, 'add', '--all');
    await git(copy, 'commit', '-q', '-m', 'Change');
    await git(copy, 'push', '-q', 'origin', 'HEAD:main');
    await deployed;
  }

  function generated(more: Partial<InstanceInput> = {}) {
    const parsed = parseInstance(answers(more));
    if (!parsed.ok) {
      throw new Error(JSON.stringify(parsed.issues));
    }
    return Object.fromEntries(
      generateRepository(parsed.value).map(({ path, content }) => [
        path,
        content,
      ]),
    );
  }

  const objectsOf = async (
    { client }: typeof north,
    path: string,
  ): Promise<
    { metadata: { name: string }; data?: object; spec?: { replicas: number } }[]
  > => {
    const { body } = await client.ask({ path });
    return (body as { items: [] }).items;
  };
  const deployments = (cluster: typeof north) =>
    objectsOf(cluster, '/apis/apps/v1/deployments');

  it('deploys each environment to the cluster that it names, or to the other', async () => {
    await push(generated());
    expect(await deployments(north)).toEqual([
      expect.objectContaining({
        metadata: expect.objectContaining({ namespace: 'library-prod' }),
        spec: expect.objectContaining({ replicas: 2 }),
      }),
    ]);
    expect(await deployments(south)).toEqual([
      expect.objectContaining({
        metadata: expect.objectContaining({ namespace: 'library-dev' }),
      }),
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('makes the Secrets that are needed, and leaves them as they are', async () => {
    const secrets = () =>
      objectsOf(north, '/api/v1/namespaces/library-prod/secrets');
    const files = generated();
    await push(files);
    const first = await secrets();
    expect(
      first.map(({ metadata, data = {} }) => [
        metadata.name,
        Object.keys(data).sort(),
      ]),
    ).toEqual([
      ['alexandria-auth', ['admin-password', 'jwt-secret']],
      ['alexandria-database', ['database-url']],
    ]);
    await push({ 'README.md': 'changed\n' });
    expect(await secrets()).toEqual(first);
  });

  it('applies what is pushed next, and deletes what is not there any more', async () => {
    const files = generated();
    const values = 'values-dev.yaml';
    await push({
      ...files,
      [values]: `${files[values]}pdb:\n  enabled: true\n`,
    });
    const budgets = () =>
      objectsOf(south, '/apis/policy/v1/poddisruptionbudgets');
    expect(await budgets()).toHaveLength(1);
    await push({ [values]: files[values] });
    expect(await budgets()).toEqual([]);
    expect(await deployments(south)).toHaveLength(1);
  });

  it('leaves other repositories alone', async () => {
    await push({ 'README.md': 'Nothing of it\n' });
    expect(await deployments(south)).toEqual([]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('says why it does not deploy', async () => {
    const files = generated();
    await push({
      ...files,
      'values-dev.yaml': 'replicaCount: many\n',
    });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(
        /^platform\/library, environment dev, was not deployed: .*replicaCount/,
      ),
    );
    // One that fails keeps no other from being deployed.
    expect(await deployments(north)).toHaveLength(1);
  });

  it('deploys at the start what is there', async () => {
    await push(generated());
    const again: string[] = [];
    const second = await startGitHost({
      ...CREDENTIALS,
      ...{
        port: 0,
        logger,
        directory: host.directory,
        onPush: ({ fullName }) => again.push(fullName),
      },
    });
    await second.close();
    expect(again).toEqual(['platform/library']);
  });
});

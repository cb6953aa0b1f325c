import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithTools } from './describeWithTools';
import { kubeconfig } from './kubeconfig';
import { run } from './run';
import { kubectl } from './tools';

describeWithTools('kubeconfig', ['kubectl-newest'], () => {
  it('is read by kubectl', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alexandria-kubeconfig-'));
    const path = join(folder, 'kubeconfig');
    const given = {
      url: 'https://127.0.0.1:1',
      ca: 'an authority',
      user: 'system:kube-scheduler',
      token: 'a-token',
    } as const;
    await writeFile(path, kubeconfig(given));
    const { stdout } = await run(
      await kubectl(),
      ['config', 'view', '--minify', '--raw', '--output=json'],
      { env: { KUBECONFIG: path } },
    );
    await rm(folder, { recursive: true });

    const read = JSON.parse(stdout);
    const { server, 'certificate-authority-data': ca } =
      read.clusters[0].cluster;
    expect({
      url: server,
      ca: Buffer.from(ca, 'base64').toString(),
      user: read.users[0].name,
      token: read.users[0].user.token,
    }).toEqual(given);
  });
});

/** @jest-environment node */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithTools } from './describeWithTools';
import { run } from './run';
import { Gitea, startGitea } from './startGitea';

describeWithTools('startGitea', ['gitea'], () => {
  let gitea: Gitea;
  let scratch: string;

  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'start-gitea-test-'));
    gitea = await startGitea();
  }, 90_000);

  afterAll(async () => {
    await gitea?.stop();
    rmSync(scratch, { recursive: true });
  }, 30_000);

  const git = async (args: string[], cwd = scratch) => {
    const { code, stdout, stderr } = await run('git', args, {
      cwd,
      env: {
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_TERMINAL_PROMPT: '0',
      },
    });
    return code === 0 ? stdout.trim() : `${code}: ${stderr}`;
  };
  const created = async (name: string, settings: object = {}) => {
    const answer = await gitea.api(`/orgs/${gitea.organization}/repos`, {
      method: 'POST',
      body: { name, ...settings },
    });
    expect(answer.status).toBe(201);
    return `${gitea.organization}/${name}`;
  };
  const withCredentials = (path: string) => {
    const { username, password } = gitea.administrator;
    const url = new URL(`${gitea.url}/${path}.git`);
    url.username = username;
    url.password = password;
    return url.href;
  };

  it('is the release of go.mod, with an organization', async () => {
    expect(await (await gitea.api('/version')).json()).toEqual({
      version: gitea.version,
    });
    const organization = await gitea.api(`/orgs/${gitea.organization}`);
    expect(await organization.json()).toMatchObject({ visibility: 'private' });
  });

  it('takes a push over HTTP, and gives it back to a clone', async () => {
    const path = await created('pushed', { private: true });
    await git(['init', '--quiet', '--initial-branch=main', 'work']);
    const work = join(scratch, 'work');
    writeFileSync(join(work, 'README.md'), '# Pushed\n');
    await git(['add', '.'], work);
    const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
    await git([...author, 'commit', '--quiet', '--message=First'], work);
    expect(
      await git(['push', '--quiet', withCredentials(path), 'main'], work),
    ).toBe('');

    expect(
      await git(['clone', '--quiet', withCredentials(path), 'clone']),
    ).toBe('');
    expect(await git(['log', '--format=%s'], join(scratch, 'clone'))).toBe(
      'First',
    );
  });

  it('shows nothing of a private repository to anybody else', async () => {
    const path = await created('hidden', { private: true });
    expect((await fetch(`${gitea.url}/${path}`)).status).toBe(404);
    expect(
      await git(['clone', '--quiet', `${gitea.url}/${path}.git`, 'hidden']),
    ).toContain('128: ');
  });

  it('draws its pages', async () => {
    const answer = await fetch(`${gitea.url}/user/login`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<form');
  });

  it('leaves no process and no file behind when it is stopped', async () => {
    const other = await startGitea();
    const processes = async () =>
      (await run('ps', ['-eww', '-o', 'args='])).stdout;
    expect(await processes()).toContain(other.folder);
    await other.stop();
    expect(await processes()).not.toContain(other.folder);
    expect(existsSync(other.folder)).toBe(false);
    await expect(fetch(other.url)).rejects.toThrow();
  }, 60_000);
});

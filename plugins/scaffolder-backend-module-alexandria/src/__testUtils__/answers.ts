import { ScmIntegrations } from '@backstage/integration';
import { mockServices } from '@backstage/backend-test-utils';
import fs from 'fs/promises';
import path from 'path';

/** Answers that are accepted: one development environment. */
export const answers = {
  name: 'payments-assistant',
  owner: 'group:default/payments',
  environments: [{ name: 'dev', stage: 'development' }],
  repoUrl: 'git.example.com?owner=payments&repo=payments-assistant',
};

/** Integrations with one Gitea host, `git.example.com`. */
export const integrations = ScmIntegrations.fromConfig(
  mockServices.rootConfig({
    data: {
      integrations: {
        gitea: [{ host: 'git.example.com', username: 'u', password: 'p' }],
      },
    },
  }),
);

/** Paths of all files below a directory, sorted, and links as they are. */
export async function listFiles(directory: string): Promise<string[]> {
  const entries = await fs.readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry =>
      path.relative(directory, path.join(entry.parentPath, entry.name)),
    )
    .sort();
}

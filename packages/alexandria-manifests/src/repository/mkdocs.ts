import type { GeneratedFile } from '../GeneratedFile';
import { writeYaml } from '../yaml';
import type { RepositoryPlan } from './RepositoryPlan';

export function mkdocs({ instance }: RepositoryPlan): GeneratedFile {
  return {
    path: 'mkdocs.yml',
    content: writeYaml({
      site_name: instance.name,
      docs_dir: 'docs',
      nav: [
        { Overview: 'index.md' },
        { Operations: 'operations.md' },
        { Secrets: 'secrets.md' },
        { 'Production checklist': 'production-checklist.md' },
      ],
      plugins: ['techdocs-core'],
    }),
  };
}

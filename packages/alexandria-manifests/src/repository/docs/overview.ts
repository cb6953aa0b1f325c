import type { GeneratedFile } from '../../GeneratedFile';
import { document, list, plain } from '../markdown';
import { choices, environmentTable } from '../readme/choices';
import type { RepositoryPlan } from '../RepositoryPlan';

/** The first page of the instance's TechDocs. */
export function overview(plan: RepositoryPlan): GeneratedFile {
  const { name, description } = plan.instance;
  return {
    path: 'docs/index.md',
    content: document(
      `# ${name}`,
      description !== '' && plain(description),
      'An instance of Alexandria EE: API, orchestrator and dashboard in one pod.',
      environmentTable(plan),
      choices(plan),
      list(
        '[Operations](operations.md): health, logs, troubleshooting',
        '[Secrets](secrets.md): which there are, and how to make and change them',
        '[Production checklist](production-checklist.md): what is done and what is open',
      ),
    ),
  };
}

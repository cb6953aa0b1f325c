import type { GeneratedFile } from '../GeneratedFile';
import type { RepositoryPlan } from './RepositoryPlan';

/** `group:default/payments` as the host spells it: a user by name, a group below the owner of the repository. */
function hostOwner({ instance, host }: RepositoryPlan): string | undefined {
  const [kind, ref] = instance.owner.includes(':')
    ? instance.owner.split(':')
    : ['group', instance.owner];
  const name = ref.split('/').pop() ?? ref;
  if (kind.toLowerCase() === 'user') {
    return `@${name}`;
  }
  return host === undefined ? undefined : `@${host.owner}/${name}`;
}

export function codeowners(plan: RepositoryPlan): GeneratedFile {
  const owner = hostOwner(plan);
  return {
    path: 'CODEOWNERS',
    content: [
      `# ${plan.instance.owner} of the catalog, as this host may spell it. Check that the name exists here.`,
      owner === undefined ? '# * @organization/team' : `* ${owner}`,
      '',
    ].join('\n'),
  };
}

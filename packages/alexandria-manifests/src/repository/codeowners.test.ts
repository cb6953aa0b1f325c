import { codeowners } from './codeowners';
import { instanceOf, minimal } from './__testUtils__/instances';
import { planRepository } from './RepositoryPlan';

const repoUrl = 'github.com?owner=acme&repo=a';

it.each([
  ['group:default/payments', repoUrl, '* @acme/payments'],
  ['payments', repoUrl, '* @acme/payments'],
  ['user:default/ada', repoUrl, '* @ada'],
  ['group:default/payments', undefined, '# * @organization/team'],
])('%s on %s is %s', (owner, url, line) => {
  const plan = planRepository(
    instanceOf({ ...minimal, owner, ...(url && { repoUrl: url }) }),
  );
  expect(codeowners(plan).content.split('\n')[1]).toBe(line);
});

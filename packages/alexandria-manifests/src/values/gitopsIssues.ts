import { Issue } from '../result';
import { databaseSource, jwtSource, samlProviders } from './facts';
import { Values } from './valuesSchema';

/**
 * Why values cannot be delivered through git: a secret value would stand in the repository, or a hook would have to run.
 * No issues means that the Kustomize output means the same as the chart's.
 *
 * @public
 */
export function gitopsIssues(values: Values): Issue[] {
  const issues: Issue[] = [];
  const inline = (path: string, what: string) =>
    issues.push({
      path,
      message: `is a secret value, and ${what} would write it into git`,
      remedy: 'Use an existing Secret or External Secrets',
    });
  const ownSecret =
    values.auth.existingSecret === '' && !values.externalSecrets.enabled;
  if (jwtSource(values) === 'value') {
    inline('auth.jwtSecret', 'a manifest of it');
  }
  if (ownSecret && values.auth.adminPassword !== '') {
    inline('auth.adminPassword', 'a manifest of it');
  }
  if (databaseSource(values) === 'url') {
    inline('config.database.url', 'a manifest of it');
  }
  if (
    samlProviders(values).length > 0 &&
    values.federation.saml.keyPair === 'job'
  ) {
    issues.push({
      path: 'federation.saml.keyPair',
      message: 'job is a hook of Helm, which Kustomize does not run',
      given: '"job"',
      remedy: 'Choose existingSecret, certManager or firstBoot',
    });
  }
  return issues;
}

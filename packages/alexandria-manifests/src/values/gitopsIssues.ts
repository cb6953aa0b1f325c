import { Issue } from '../result';
import { isPlainText } from '../yaml/plainScalar';
import { databaseSource, jwtSource, samlProviders } from './facts';
import { formatPath } from './path';
import { Values } from './valuesSchema';

/** The annotations of whole objects; Kustomize leaves those of the pod template alone. */
const annotated = ({
  service,
  ingress,
  httpRoute,
  serviceAccount,
  persistence,
}: Values) =>
  Object.entries({ service, ingress, httpRoute, serviceAccount, persistence });

/**
 * Why values cannot be delivered through git: a secret value would stand in the repository, or a hook would have to run, or
 * Kustomize cannot carry them.
 * No issues means that the Kustomize output means the same as the chart's.
 *
 * @public
 */
export function gitopsIssues(values: Values): Issue[] {
  const issues: Issue[] = [];
  const inline = (path: string) =>
    issues.push({
      path,
      message:
        'is a secret value, and a manifest of it would write it into git',
      remedy: 'Use an existing Secret or External Secrets',
    });
  const ownSecret =
    values.auth.existingSecret === '' && !values.externalSecrets.enabled;
  if (jwtSource(values) === 'value') {
    inline('auth.jwtSecret');
  }
  if (ownSecret && values.auth.adminPassword !== '') {
    inline('auth.adminPassword');
  }
  if (databaseSource(values) === 'url') {
    inline('config.database.url');
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
  for (const [section, { annotations }] of annotated(values)) {
    for (const key of Object.keys(annotations).filter(
      name => !isPlainText(name),
    )) {
      issues.push({
        path: formatPath([section, 'annotations', key]),
        message:
          'is a key that Kustomize takes the quotes from, and then for no text',
        remedy: `Put a domain in front, for example example.com/${key}`,
      });
    }
  }
  return issues;
}

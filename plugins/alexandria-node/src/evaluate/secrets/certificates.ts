import type { ObjectReference } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentContext } from '../DeploymentContext';
import { KubernetesObject, referenceTo } from '../objects/KubernetesObject';
import { textAt, timeAt } from '../objects/read';
import { command, kubectl } from '../texts';
import { usedSecrets } from './usedSecrets';

/** The Certificates of cert-manager that write a secret which the instance uses. */
export function certificatesOf(context: DeploymentContext): KubernetesObject[] {
  const used = usedSecrets(context);
  return context
    .inNamespace('cert-manager.io', 'Certificate')
    .filter(({ json }) => used.has(textAt(json, 'spec', 'secretName')));
}

/** A certificate, and when it ends. Times in milliseconds since the epoch. */
export interface Expiry {
  object: ObjectReference;
  secret: string;
  notBefore?: number;
  notAfter: number;
  remedy: string;
}

/** When the certificates of an instance end: as cert-manager says, else as the secrets do where they may be read. */
export function expiries(context: DeploymentContext): Expiry[] {
  const issued = certificatesOf(context).flatMap(certificate => {
    const notAfter = timeAt(certificate.json, 'status', 'notAfter');
    return notAfter === undefined
      ? []
      : [
          {
            object: referenceTo(certificate),
            secret: textAt(certificate.json, 'spec', 'secretName'),
            notBefore: timeAt(certificate.json, 'status', 'notBefore'),
            notAfter,
            remedy: `${kubectl(
              certificate,
              ...['describe', 'certificate', certificate.name],
            )}; with cert-manager's own command: ${command(
              ...['cmctl', 'renew', certificate.name],
              ...['-n', certificate.namespace],
            )}`,
          },
        ];
  });
  const told = new Set(issued.map(({ secret }) => secret));
  const reduced = [...usedSecrets(context)]
    .filter(name => !told.has(name))
    .flatMap(name =>
      Object.values(context.secret(name)?.keys ?? {}).flatMap(({ notAfter }) =>
        notAfter === undefined
          ? []
          : [
              {
                object: {
                  kind: 'Secret',
                  namespace: context.namespace,
                  name,
                },
                secret: name,
                notAfter,
                remedy: `Write a new certificate into Secret ${name}, then ${kubectl(
                  context.deployment,
                  ...['rollout', 'restart', `deployment/${context.name}`],
                )}`,
              },
            ],
      ),
    );
  return [...issued, ...reduced];
}

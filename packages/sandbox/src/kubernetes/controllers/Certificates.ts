import { timeText, type KubernetesObject } from '../objects/KubernetesObject';
import { recordsAt, textAt, valueAt } from '../objects/json';
import { makeKey, selfSigned } from '../certificate';
import { ownerReference, told, withCondition, type Control } from './Control';
import type { Condition } from './workloads';

const MANAGER = 'cert-manager-certificates-issuing';
const ISSUERS = ['cert-manager.io/cluster-issuer', 'cert-manager.io/issuer'];

const DAY_MS = 24 * 60 * 60_000;

/** What cert-manager asks for where nothing else is said, and when it renews. */
const LIFETIME_MS = 90 * DAY_MS;
const RENEW_BEFORE_MS = 30 * DAY_MS;

/** How long an issuer takes, in milliseconds. */
const ISSUE_MS = 3_000;

/** The Certificates that Ingresses ask for by annotation, as cert-manager's ingress-shim makes them. */
function request(control: Control, ingress: KubernetesObject) {
  const { namespace, labels, annotations = {} } = ingress.metadata;
  const issuer = ISSUERS.find(name => annotations[name]);
  if (!issuer) {
    return;
  }
  for (const tls of recordsAt(ingress, 'spec', 'tls')) {
    const secretName = textAt(tls, 'secretName');
    if (secretName && !control.find('Certificate', namespace, secretName)) {
      const days = told(ingress, 'certificate-days-left');
      control.create(
        {
          apiVersion: 'cert-manager.io/v1',
          kind: 'Certificate',
          metadata: {
            name: secretName,
            ...(namespace && { namespace }),
            ...(labels && { labels }),
            ...(days && {
              annotations: {
                'sandbox.alexandriaproject.io/certificate-days-left': days,
              },
            }),
            ownerReferences: [ownerReference(ingress)],
          },
          spec: {
            secretName,
            dnsNames: tls.hosts,
            issuerRef: {
              group: 'cert-manager.io',
              kind: issuer === ISSUERS[0] ? 'ClusterIssuer' : 'Issuer',
              name: annotations[issuer],
            },
            usages: ['digital signature', 'key encipherment'],
          },
        },
        'cert-manager-ingress-shim',
      );
    }
  }
}

/** Plays cert-manager: it issues what is asked for, and does not renew what is told to end. */
export class Certificates {
  #key: string | undefined;

  run(control: Control): void {
    control.list('Ingress').forEach(each => request(control, each));
    control.list('Certificate').forEach(each => this.#issue(control, each));
  }

  #issue(control: Control, certificate: KubernetesObject) {
    const { metadata } = certificate;
    const { now } = control;
    const notAfter = Date.parse(textAt(certificate, 'status', 'notAfter'));
    const days = told(certificate, 'certificate-days-left');
    const isIssued = !Number.isNaN(notAfter);
    if (
      !isIssued &&
      now - Date.parse(metadata.creationTimestamp!) >= ISSUE_MS
    ) {
      const end =
        days === undefined ? now + LIFETIME_MS : now + Number(days) * DAY_MS;
      this.#write(control, certificate, end - LIFETIME_MS, end);
    } else if (
      isIssued &&
      days === undefined &&
      notAfter - now < RENEW_BEFORE_MS
    ) {
      this.#write(control, certificate, now, now + LIFETIME_MS);
    }
  }

  #write(
    control: Control,
    certificate: KubernetesObject,
    notBefore: number,
    notAfter: number,
  ) {
    const { metadata, spec } = certificate;
    const namespace = metadata.namespace!;
    const secretName = textAt(spec, 'secretName');
    const names = (valueAt(spec, 'dnsNames') ?? []) as string[];
    this.#key ??= makeKey();
    const { cert, key } = selfSigned({
      names: names.length > 0 ? names : [metadata.name],
      notBefore: new Date(notBefore),
      notAfter: new Date(notAfter),
      key: this.#key,
    });
    const stringData = { 'tls.crt': cert, 'tls.key': key, 'ca.crt': cert };
    const secret = control.find('Secret', namespace, secretName);
    if (secret) {
      control.change(secret, each => ({ ...each, stringData }), MANAGER);
    } else {
      control.create(
        {
          apiVersion: 'v1',
          kind: 'Secret',
          type: 'kubernetes.io/tls',
          metadata: {
            ...{ name: secretName, namespace },
            annotations: {
              'cert-manager.io/certificate-name': metadata.name,
            },
          },
          stringData,
        },
        MANAGER,
      );
    }
    const isValid = notAfter > control.now;
    const conditions = valueAt(certificate, 'status', 'conditions');
    control.setStatus(
      certificate,
      {
        conditions: withCondition(
          conditions as Condition[] | undefined,
          {
            type: 'Ready',
            status: isValid ? 'True' : 'False',
            reason: isValid ? 'Ready' : 'Expired',
            message: isValid
              ? 'Certificate is up to date and has not expired'
              : `Certificate expired on ${new Date(notAfter).toUTCString()}`,
            ...(metadata.generation !== undefined && {
              observedGeneration: metadata.generation,
            }),
          },
          control.now,
        ),
        notBefore: timeText(notBefore),
        notAfter: timeText(notAfter),
        renewalTime: timeText(notAfter - RENEW_BEFORE_MS),
        revision: 1,
      },
      'cert-manager-certificates-readiness',
    );
  }
}

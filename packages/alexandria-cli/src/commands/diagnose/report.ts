import type {
  Finding,
  ObjectReference,
  Verdict,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Diagnosis, DiagnosedObject } from './Diagnosis';

const nameOf = ({ kind, name }: ObjectReference) => `${kind}/${name}`;

/** One JSON document, for programs. */
export function jsonReport({ verdicts, objects }: Diagnosis): string {
  const report = {
    deployments: verdicts.map(({ deployment, health, findings }) => ({
      name: deployment.name,
      namespace: deployment.namespace ?? '',
      health,
      findings: findings.map(
        ({ code, severity, object, title, cause, remedy }) => ({
          code,
          severity,
          object: nameOf(object),
          title,
          cause,
          remedy,
        }),
      ),
    })),
    objects,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Names and messages come from a cluster: what a terminal would obey is left out. */
const printable = (text: string) => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');

const findingLines = (finding: Finding) => [
  '',
  `  ${finding.severity.padEnd(8)}  ${finding.code}  ${nameOf(finding.object)}`,
  `            ${finding.title}`,
  `    cause   ${finding.cause}`,
  `    remedy  ${finding.remedy}`,
  `    more    ${finding.docs}`,
];

const verdictLines = ({ deployment, sentence, findings }: Verdict) => [
  deployment.namespace === undefined
    ? sentence
    : `${deployment.namespace}/${sentence}`,
  ...findings.flatMap(findingLines),
  '',
];

function objectLine({ kind, name, namespace, ...status }: DiagnosedObject) {
  const { health, reason, message } = status;
  const where = namespace === '' ? '' : ` in ${namespace}`;
  const said = message === '' ? '' : `: ${message}`;
  return `${kind}/${name}${where} is ${health}, ${reason}${said}`;
}

function objectsLines(objects: readonly DiagnosedObject[]): string[] {
  const others = objects.filter(({ health }) => health !== 'Healthy');
  const healthy = objects.length - others.length;
  return [
    ...others.map(objectLine),
    ...(healthy > 0
      ? [
          `${healthy} ${healthy === 1 ? 'object' : 'objects'}${
            others.length > 0 ? ' more' : ''
          } by ${healthy === 1 ? 'itself' : 'themselves'} Healthy`,
        ]
      : []),
  ];
}

/** Lines for people: for each Deployment the sentence first, then its findings, then the objects that are not well. */
export function textReport({ verdicts, objects }: Diagnosis): string {
  return [...verdicts.flatMap(verdictLines), ...objectsLines(objects)]
    .map(line => `${printable(line).trimEnd()}\n`)
    .join('');
}

import { answerAt, withAnswer, type Draft } from './answerAt';

type Rule = readonly [
  path: RegExp,
  applies: (draft: Draft, item: string) => boolean,
];

function someProvider(draft: Draft, kind: string): boolean {
  const providers = answerAt(draft, 'access.providers');
  return (
    Array.isArray(providers) &&
    providers.some(provider => answerAt(provider, 'kind') === kind)
  );
}

/** When an answer that depends on another one applies. The item is the list item that the answer is in. */
const rules: readonly Rule[] = [
  [
    /^environments\[\d+\]\.replicas$/,
    (draft, item) => answerAt(draft, `${item}.autoscaling`) === undefined,
  ],
  [
    /^environments\[\d+\]\.postgres$/,
    (draft, item) =>
      answerAt(draft, 'exposure.networkPolicy') === true &&
      answerAt(draft, `${item}.database`) === 'postgres',
  ],
  [
    /^access\.providers\[\d+\]\.(issuer|clientId)$/,
    (draft, item) => answerAt(draft, `${item}.kind`) !== 'saml',
  ],
  [
    /^access\.providers\[\d+\]\.metadataUrl$/,
    (draft, item) => answerAt(draft, `${item}.kind`) === 'saml',
  ],
  [/^access\.samlKeyPair$/, draft => someProvider(draft, 'saml')],
  [
    /^access\.samlIssuer$/,
    draft =>
      someProvider(draft, 'saml') &&
      answerAt(draft, 'access.samlKeyPair') === 'certManager',
  ],
  [
    /^secrets\.store$/,
    draft => answerAt(draft, 'secrets.source') === 'externalSecrets',
  ],
  [
    /^exposure\.(className|clusterIssuer)$/,
    draft => answerAt(draft, 'exposure.kind') === 'ingress',
  ],
  [
    /^exposure\.gateway$/,
    draft => answerAt(draft, 'exposure.kind') === 'httpRoute',
  ],
  [
    /^observability\.serviceMonitor$/,
    draft => answerAt(draft, 'observability.metrics') === true,
  ],
];

/** Whether an answer means anything beside the others. */
export function applies(draft: Draft, path: string): boolean {
  return rules.every(
    ([pattern, condition]) =>
      !pattern.test(path) || condition(draft, path.replace(/\.[^.[\]]*$/, '')),
  );
}

function pathsOf(node: unknown, path: string): string[] {
  if (Array.isArray(node)) {
    return node.flatMap((item, index) => pathsOf(item, `${path}[${index}]`));
  }
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  return Object.entries(node).flatMap(([key, value]) => {
    const below = path === '' ? key : `${path}.${key}`;
    return [below, ...pathsOf(value, below)];
  });
}

/** The answers without those that do not apply; the same object where all of them do. */
export function withoutIdleAnswers(draft: Draft): Draft {
  const idle = pathsOf(draft, '').filter(path => !applies(draft, path));
  return idle.reduce((rest, path) => withAnswer(rest, path, undefined), draft);
}

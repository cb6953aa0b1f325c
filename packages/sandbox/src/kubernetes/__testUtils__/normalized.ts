import { isRecord } from '../objects/json';

/** Fields whose values belong to a server, and what stands for them. */
const OWN: Record<string, string> = {
  continue: '<token>',
  creationTimestamp: '<time>',
  deletionTimestamp: '<time>',
  lastTransitionTime: '<time>',
  resourceVersion: '<version>',
  time: '<time>',
  uid: '<uid>',
};

/** What a server gives a Service by itself. */
const ALLOCATED = ['clusterIP', 'clusterIPs'];

/** Texts with something in them that belongs to a server. */
const TEXTS: [RegExp, string][] = [
  [/at \d{4}-\d\d-\d\dT[\d:]+Z/g, 'at <time>'],
  [
    /too old resource version: \d+ \(\d+\)/g,
    'too old resource version: <versions>',
  ],
];

function normalizedText(text: string): string {
  return TEXTS.reduce((said, [own, stands]) => said.replace(own, stands), text);
}

/** A body of an answer without what belongs to the server that gave it. */
export function normalized(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(normalized);
  }
  if (isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !ALLOCATED.includes(name))
        .map(([name, inner]) => [
          name,
          Object.hasOwn(OWN, name) && inner !== null && inner !== ''
            ? OWN[name]
            : normalized(inner),
        ]),
    );
  }
  return typeof value === 'string' ? normalizedText(value) : value;
}

/** Headers by which a client decides something. */
const HEADERS = ['content-type', 'cache-control', 'retry-after', 'warning'];

/** Statuses whose messages are for people: they say the same in other words. */
const FREE_WORDING = [400, 406, 415];

function withoutMessage(status: number, body: unknown): unknown {
  if (!FREE_WORDING.includes(status) || !isRecord(body)) {
    return body;
  }
  const { message: _message, ...rest } = body;
  return rest;
}

/** An answer without what belongs to the server that gave it. */
export function normalizedAnswer(answer: {
  status: number;
  headers: Record<string, unknown>;
  body: unknown;
}) {
  return {
    status: answer.status,
    headers: Object.fromEntries(
      HEADERS.filter(name => answer.headers[name] !== undefined).map(name => [
        name,
        answer.headers[name],
      ]),
    ),
    body: withoutMessage(answer.status, normalized(answer.body)),
  };
}

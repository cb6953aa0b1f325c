import type {
  Health,
  Verdict,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  evaluate,
  EvaluationInput,
  objectHealth,
} from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';

/** One object by itself, as `--output json` writes it. */
export interface DiagnosedObject {
  kind: string;
  name: string;
  namespace: string;
  health: Health;
  reason: string;
  message: string;
}

/** What is said of all that was given. */
export interface Diagnosis {
  verdicts: Verdict[];
  /** By kind, namespace and name. */
  objects: DiagnosedObject[];
}

const byText = (a: string, b: string) => {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
};

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** An object as it was read: a map with a kind. */
export interface ReadObject {
  kind: string;
  metadata?: { name?: unknown; namespace?: unknown };
  [field: string]: unknown;
}

/**
 * Judges every Deployment, and every object by itself.
 *
 * @param events - told apart from the objects where nobody asked for them
 */
export function diagnoseObjects(
  objects: readonly ReadObject[],
  input: Omit<EvaluationInput, 'objects'>,
  events: readonly ReadObject[] = [],
): Diagnosis {
  const diagnosed = objects.flatMap(object => {
    const health = objectHealth(object, input.now);
    return health === undefined
      ? []
      : [
          {
            kind: object.kind,
            name: textOf(object.metadata?.name),
            namespace: textOf(object.metadata?.namespace),
            ...health,
          },
        ];
  });
  return {
    verdicts: evaluate({ ...input, objects: [...objects, ...events] }),
    objects: diagnosed
      .map(({ kind, name, namespace, health, reason, message }) => ({
        kind,
        name,
        namespace,
        health,
        reason,
        message,
      }))
      .sort(
        (a, b) =>
          byText(a.kind, b.kind) ||
          byText(a.namespace, b.namespace) ||
          byText(a.name, b.name) ||
          byText(a.health, b.health) ||
          byText(a.reason, b.reason),
      ),
  };
}

/** Whether everything that was given is Healthy. */
export const isHealthy = ({ verdicts, objects }: Diagnosis): boolean =>
  [...verdicts, ...objects].every(({ health }) => health === 'Healthy');

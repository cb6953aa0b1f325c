import { INSTANCE_TAG } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import type { AnnotationRule } from './annotationRules';

/** As much of what was given as an error repeats, in characters. */
const MAX_GIVEN = 100;

const quoted = (value: unknown) => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > MAX_GIVEN ? `${text.slice(0, MAX_GIVEN)}…` : text;
};

const isInstance = ({ kind, metadata }: Entity) =>
  kind.toLowerCase() === 'component' &&
  (metadata.tags ?? []).includes(INSTANCE_TAG);

/**
 * Refuses an instance whose annotations cannot be meant, so that whoever registered it is told, and not whoever looks for what
 * runs. Components with other tags are other people's, and one without annotations may run nowhere yet.
 */
export class InstanceAnnotationsProcessor implements CatalogProcessor {
  readonly #rules: readonly AnnotationRule[];

  constructor(rules: readonly AnnotationRule[]) {
    this.#rules = rules;
  }

  getProcessorName(): string {
    return 'AlexandriaInstanceAnnotationsProcessor';
  }

  /** @throws InputError that says of every annotation that does not fit what was given and what would do */
  async postProcessEntity(entity: Entity): Promise<Entity> {
    const { annotations = {} } = entity.metadata;
    const problems = isInstance(entity)
      ? this.#rules
          .filter(
            ({ annotation, isValid }) =>
              annotation in annotations && !isValid(annotations[annotation]),
          )
          .map(
            ({ annotation, expected }) =>
              `metadata.annotations["${annotation}"] is ${quoted(
                annotations[annotation],
              )} and must be ${expected}`,
          )
      : [];
    if (problems.length > 0) {
      throw new InputError(
        `${stringifyEntityRef(
          entity,
        )} is an instance of Alexandria of which it cannot be told what runs: ${problems.join(
          '; ',
        )}`,
      );
    }
    return entity;
  }
}

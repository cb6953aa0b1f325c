import { instanceJsonSchema } from '@alexandriaproject/alexandria-manifests';
import type { SectionId } from '../../src/form/sections';
import { pageSchema } from '../pageSchema';

const titles: Record<SectionId, string> = {
  identity: 'Identity',
  environments: 'Environments',
  sizing: 'Size and storage',
  images: 'Images',
  access: 'Access',
  llmBackends: 'LLM backends',
  secrets: 'Secrets',
  exposure: 'Exposure and observability',
  delivery: 'Delivery',
};

/** Parameters of a template by their names; `isOptional` is for the list of those that are required. */
export type Properties = Record<
  string,
  { title?: string; isOptional?: boolean; [keyword: string]: unknown }
>;

const requiredOf = (parameters: Properties) =>
  Object.keys(parameters).filter(name => !parameters[name].isOptional);

const parametersOf = (parameters: Properties) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, { isOptional: _, ...schema }]) => [
      name,
      schema,
    ]),
  );

/**
 * The summary before the repository is created takes names from the first page, for all answers: so that page names what
 * the others ask for too.
 */
function named(own: Properties, isChange: boolean): Properties {
  const all = instanceJsonSchema().properties as Properties;
  return Object.fromEntries(
    Object.entries(all)
      // A new instance has it beside its answers.
      .filter(([key]) => isChange || key !== 'repoUrl')
      .map(([key, { title }]) => [
        key,
        {
          title,
          ...(own[key] ?? { 'ui:backstage': { review: { explode: false } } }),
        },
      ]),
  );
}

/**
 * A page of the answers.
 *
 * @param more - what the page asks for beside them, by the name of the parameter: above the answers, and below
 * @param options - for the field, beside its section
 */
export function page(
  section: SectionId,
  more: { above?: Properties; below?: Properties } = {},
  options: { purpose?: 'change' } = {},
) {
  const { above = {}, below = {} } = more;
  const { properties, ...answers } = pageSchema(instanceJsonSchema(), section);
  const { repoUrl: _, ...asked } = properties as Properties;
  return {
    title: titles[section],
    required: [...requiredOf(above), 'answers', ...requiredOf(below)],
    properties: {
      ...parametersOf(above),
      answers: {
        'ui:field': 'AlexandriaInstance',
        'ui:options': { section, ...options },
        ...answers,
        properties:
          section === 'identity'
            ? named(asked, options.purpose === 'change')
            : asked,
      },
      ...parametersOf(below),
    },
  };
}

import { instanceJsonSchema } from '@alexandriaproject/alexandria-manifests';
import type { JsonObject } from '@backstage/types';
import { documentationSchema } from '../documentationSchema';

/** Inputs that the actions about existing instances share, in terms of JSON Schema. */
export const entityRefInput = {
  type: 'string',
  title: 'Instance',
  description:
    'Its reference in the catalog, such as component:default/assistant',
} as const;

/** The new answers, and what was decided about conflicts. */
export const changeInputs = () => ({
  entityRef: entityRefInput,
  answers: {
    ...documentationSchema(instanceJsonSchema() as JsonObject),
    type: 'object',
    title: 'Answers',
    description:
      'All answers of the form as they are to be; those of the repository are replaced, not merged',
  },
  decisions: {
    type: 'array',
    title: 'Decisions',
    description:
      'What to do where a change by hand and the new answers do not go together: {path, field, take}, of which take is theirs (keep the repository) or ours (take the new answers), and no field means all of the file',
    items: {
      type: 'object',
      required: ['path', 'take'],
      properties: {
        path: { type: 'string' },
        field: { type: 'string' },
        take: { type: 'string', enum: ['theirs', 'ours'] },
      },
    },
  },
});

/** The types of hosts that the steps after an action can open a request on. */
export const supportedProvidersInput = {
  type: 'array',
  items: { type: 'string' },
  title: 'Supported hosts',
  description:
    'Types of hosts, as the output provider has them, that the steps after this one open a request on; others are refused here. All when omitted',
} as const;

import { instanceJsonSchema } from '@alexandriaproject/alexandria-manifests';
import type { JsonObject } from '@backstage/types';
import { documentationSchema } from './documentationSchema';

describe('documentationSchema', () => {
  it('keeps what describes and drops what demands', () => {
    expect(
      documentationSchema({
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: {
          name: { type: 'string', pattern: '^a$', title: 'Name' },
          stage: { enum: ['a', 'b'], description: 'Stage' },
          list: { type: 'array', items: { type: 'string', title: 'Item' } },
        },
      }),
    ).toEqual({
      properties: {
        name: { title: 'Name' },
        stage: { examples: ['a', 'b'], description: 'Stage' },
        list: { items: { title: 'Item' } },
      },
    });
  });

  it('describes every answer', () => {
    const { properties } = documentationSchema(
      instanceJsonSchema() as JsonObject,
    );
    expect(Object.keys(properties as JsonObject)).toEqual(
      expect.arrayContaining(['name', 'owner', 'environments', 'repoUrl']),
    );
  });
});

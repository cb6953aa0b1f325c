import { z } from 'zod';
import { instanceSchema } from './instanceSchema';

/**
 * The answers as JSON Schema, draft-07: the parameters of the template, so that the portal refuses before it stores a
 * task what the generator would refuse.
 *
 * @public
 */
export function instanceJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(instanceSchema, {
    target: 'draft-07',
    io: 'input',
    unrepresentable: 'throw',
  });
}

import { stringify } from 'yaml';

/** The YAML of a template with one step, for the examples of an action. */
export function exampleStep(action: string, name: string, input: object) {
  return stringify({
    steps: [{ id: action.split(':').at(-1), name, action, input }],
  });
}

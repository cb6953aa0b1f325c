import type {
  FieldDrift,
  ObjectDrift,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { builtInRule } from '../builtInRule';
import { coveredFields } from './coveredFields';
import { deployOr } from './remedy';
import { writerText } from './writtenBy';

/** So many fields are named; the details have them all. */
const NAMED = 3;

/** Kinds of which another rule says that there is none. */
const TOLD_MISSING = [
  'Deployment',
  'HorizontalPodAutoscaler',
  'PersistentVolumeClaim',
];

/** What another rule says already; it says nothing of what was added. */
const isCovered = ({ path, change }: FieldDrift) =>
  change !== 'added' &&
  Object.values(coveredFields).some(covers => covers(path));

function howItDiffers({ change, expected, live, withheld }: FieldDrift) {
  if (change === 'removed') {
    return 'is gone';
  }
  if (change === 'added') {
    return 'was added';
  }
  return withheld || live === undefined || expected === undefined
    ? 'is another'
    : `is ${live} instead of ${expected}`;
}

function describe(field: FieldDrift): string {
  const { path, writer } = field;
  const by =
    writer === undefined ? '' : `, last written by ${writerText(writer)}`;
  return `${path} ${howItDiffers(field)}${by}`;
}

function fieldsToTell({ object, fields }: ObjectDrift): FieldDrift[] {
  return object.kind === 'Deployment'
    ? fields.filter(field => !isCovered(field))
    : [...fields];
}

/** Objects that were read and compared, field by field, and differ from what the values render. */
export const fieldDrift = builtInRule(
  'FieldDrift',
  function* check({ comparison, expectation }) {
    if (expectation === undefined) {
      return;
    }
    for (const compared of comparison?.objects ?? []) {
      const { object, state, omitted = 0 } = compared;
      const fields = fieldsToTell(compared);
      const count = fields.length + omitted;
      if (state === 'Missing' && !TOLD_MISSING.includes(object.kind)) {
        yield {
          object,
          title: `${object.kind} ${object.name} is not in the cluster`,
          cause: `The values ask for ${object.kind} ${object.name}, and the API server says that there is none.`,
          remedy: deployOr(expectation, 'that it is not wanted'),
        };
      } else if (fields.length > 0) {
        const more = count - NAMED;
        yield {
          object,
          title: `${object.kind} ${
            object.name
          } differs from what the values ask for in ${
            count === 1 ? 'one field' : `${count} fields`
          }`,
          cause: `${fields.slice(0, NAMED).map(describe).join('; ')}${
            more > 0 ? `; and ${more} more` : ''
          }.`,
          remedy: deployOr(expectation, 'the same'),
        };
      }
    }
  },
);

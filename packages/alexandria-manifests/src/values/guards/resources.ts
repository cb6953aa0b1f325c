import { Values } from '../valuesSchema';
import { at, Guard } from './Guard';

const FACTORS: Record<string, number> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** What a Kubernetes quantity stands for: cores, bytes. */
export function amount(quantity: string | number): number {
  if (typeof quantity === 'number') {
    return quantity;
  }
  const suffix = quantity.replace(/[0-9.]+/, '');
  const count = Number.parseFloat(quantity);
  return suffix === 'm' ? count / 1000 : count * FACTORS[suffix];
}

/** More than, with room for what binary fractions lose. */
const exceeds = (a: string | number, b: string | number) =>
  amount(a) > amount(b) * 1.000000001;

const isFraction = (quantity: string | number) =>
  typeof quantity === 'number'
    ? !Number.isInteger(quantity)
    : /m|\.[0-9]+$/.test(quantity);

const USES = ['api', 'dashboard', 'init', 'jobs', 'orchestrator'] as const;

function eachUse(
  values: Values,
  names: readonly string[],
  check: (
    uses: Values['resources']['api'],
    path: string,
    name: string,
  ) => string[],
): string[] {
  return USES.flatMap(use =>
    names.flatMap(name =>
      check(values.resources[use], `resources.${use}`, name),
    ),
  );
}

const BYTES = ['ephemeral-storage', 'memory'];

export const resourceGuards: Guard[] = [
  {
    id: 'request-above-limit',
    message: 'is more than the limit',
    remedy: 'Lower it, or raise the limit',
    reads: ['resources'],
    check: values =>
      eachUse(
        values,
        ['cpu', ...BYTES],
        ({ requests = {}, limits = {} }, path, name) =>
          at(
            `${path}.requests.${name}`,
            name in requests &&
              name in limits &&
              exceeds(requests[name], limits[name]),
          ),
      ),
  },
  {
    id: 'resource-fraction-of-byte',
    message: 'is a fraction of a byte',
    remedy: 'Write Mi, as in 512Mi: m stands for thousandths',
    reads: ['resources'],
    check: values =>
      eachUse(values, BYTES, ({ requests = {}, limits = {} }, path, name) => [
        ...at(
          `${path}.limits.${name}`,
          name in limits && isFraction(limits[name]),
        ),
        ...at(
          `${path}.requests.${name}`,
          name in requests && isFraction(requests[name]),
        ),
      ]),
  },
];

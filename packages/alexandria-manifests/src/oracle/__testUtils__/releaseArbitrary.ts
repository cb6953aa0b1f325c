import fc, { Arbitrary } from 'fast-check';
import { Release } from '../../values/valuesSchema';
import { alexandria } from './helmTemplate';

const long =
  'a-name-that-is-longer-than-any-name-of-kubernetes-may-be-0123456789';

/** Names of exactly these lengths; the last character of a cut may be a hyphen. */
const cut = (...lengths: number[]) =>
  lengths.map(length => long.slice(0, length));

const name = fc.oneof(
  fc.constantFrom('alexandria', 'a', 'no', 'e1', 'null', 'y', 'release-name'),
  fc.constantFrom(...cut(30, 40, 45, 46, 47, 48, 49, 50, 52, 53, 54, 63, 64)),
  fc.constantFrom(
    '0',
    '1a',
    '12e3',
    '0x1f',
    'a.b',
    '1.5',
    'a-',
    '-a',
    'A',
    'a_b',
    '',
  ),
  fc.stringMatching(/^[a-z]([-a-z0-9]{0,51}[a-z0-9])?$/),
);

const namespace = fc.oneof(
  fc.constantFrom('alexandria', 'default', '0', '0123', '1e3', 'on', '12-30'),
  fc.constantFrom(...cut(45, 61, 62, 63, 64)),
  fc.constantFrom(
    'a.b',
    'A',
    'a-',
    '-a',
    'a_b',
    'a b',
    'ä',
    "'",
    'a: b',
    '{{ 1 }}',
  ),
  fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/),
);

/** alexandria in the namespace alexandria mostly; otherwise what Kubernetes takes, and what it just does not. */
export const releaseArbitrary: Arbitrary<Release> = fc.oneof(
  { withCrossShrink: true },
  { weight: 3, arbitrary: fc.constant(alexandria) },
  { weight: 1, arbitrary: fc.record({ name, namespace }) },
);

import type { Json } from '../objects/read';

/** Suffixes of a quantity, as factors of a thousandth of a thousandth of a thousandth: whole numbers, so that they are exact. */
const FACTORS: Record<string, bigint> = {
  n: 1n,
  u: 10n ** 3n,
  m: 10n ** 6n,
  '': 10n ** 9n,
  k: 10n ** 12n,
  M: 10n ** 15n,
  G: 10n ** 18n,
  T: 10n ** 21n,
  P: 10n ** 24n,
  E: 10n ** 27n,
  Ki: 10n ** 9n * 2n ** 10n,
  Mi: 10n ** 9n * 2n ** 20n,
  Gi: 10n ** 9n * 2n ** 30n,
  Ti: 10n ** 9n * 2n ** 40n,
  Pi: 10n ** 9n * 2n ** 50n,
  Ei: 10n ** 9n * 2n ** 60n,
};

const QUANTITY =
  /^([+-]?)(\d{1,20})?(?:\.(\d{0,20}))?(?:[eE]([+-]?\d{1,2})|([A-Za-z]{0,2}))$/;

/** The amount as a fraction; undefined for what is no quantity. */
function amountOf(json: Json): [bigint, bigint] | undefined {
  const match = QUANTITY.exec(
    typeof json === 'number' || typeof json === 'string' ? String(json) : '',
  );
  const [, sign = '', whole = '', decimals = '', exponent, suffix = ''] =
    match ?? [];
  if (whole + decimals === '' || !Object.hasOwn(FACTORS, suffix)) {
    return undefined;
  }
  const digits = BigInt(whole + decimals) * (sign === '-' ? -1n : 1n);
  const power = exponent === undefined ? 0 : Number(exponent);
  return [
    digits * FACTORS[suffix] * 10n ** BigInt(Math.max(0, power)),
    10n ** BigInt(decimals.length + Math.max(0, -power)),
  ];
}

/**
 * Whether two quantities are the same amount: an API server writes `0.5` as `500m` and `1024Mi` as `1Gi`.
 *
 * Source of the format: k8s.io/apimachinery, pkg/api/resource/quantity.go.
 */
export function sameQuantity(a: Json, b: Json): boolean {
  const [first, second] = [amountOf(a), amountOf(b)];
  return first === undefined || second === undefined
    ? a === b
    : first[0] * second[1] === second[0] * first[1];
}

/** Powers of 1000, by the suffix of a quantity, and how many decimal places they move. */
const DECIMAL: Record<string, number> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

/** Powers of 1024. */
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

const PARTS = /^([\d.]+)([a-zA-Z]{0,2})$/;

/** The number that a quantity of Kubernetes is, such as `250m` or `2Gi`; 0 for what is none. */
export function quantity(text: unknown): number {
  const [, amount = '0', suffix = ''] = PARTS.exec(String(text ?? '')) ?? [];
  const binary = BINARY.indexOf(suffix);
  return binary > 0
    ? Number(amount) * 2 ** (10 * binary)
    : Number(amount) * 10 ** (DECIMAL[suffix] ?? 0);
}

/**
 * A quantity as the API server writes it: without a fraction, and with the largest suffix of its kind that allows that.
 *
 * https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#Quantity
 *
 * @returns what is given where it is no quantity
 */
export function canonicalQuantity(given: unknown): unknown {
  const text = String(given ?? '');
  const [, amount, suffix = ''] = PARTS.exec(text) ?? [];
  if (amount === undefined) {
    return given;
  }
  const binary = BINARY.indexOf(suffix);
  if (binary > 0) {
    const bytes = quantity(text);
    const power = BINARY.findLastIndex(
      (_, index) => bytes !== 0 && bytes % 2 ** (10 * index) === 0,
    );
    return `${bytes / 2 ** (10 * Math.max(0, power))}${
      BINARY[Math.max(0, power)]
    }`;
  }
  const nanos = Math.round(quantity(text) * 1e9);
  const [best] = Object.entries(DECIMAL)
    .filter(([, power]) => nanos !== 0 && nanos % 10 ** (power + 9) === 0)
    .sort(([, a], [, b]) => b - a);
  return best ? `${nanos / 10 ** (best[1] + 9)}${best[0]}` : '0';
}

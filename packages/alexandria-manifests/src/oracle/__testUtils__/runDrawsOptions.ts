import { RunDrawsOptions } from './runDraws';

const wholeNumber = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new Error(`${name} must be a whole number, not ${text}`);
  }
  return value;
};

/**
 * What ALEXANDRIA_ORACLE_RUNS, ALEXANDRIA_ORACLE_SEED and ALEXANDRIA_ORACLE_PATH ask for; a seed of chance without one.
 *
 * @param runs - how many draws without the variable
 */
export function runDrawsOptions(
  runs: number,
  env: Record<string, string | undefined> = process.env,
): Pick<RunDrawsOptions, 'runs' | 'seed' | 'path'> {
  const given = (name: string, otherwise: number) =>
    env[name] ? wholeNumber(name, env[name]) : otherwise;
  return {
    runs: given('ALEXANDRIA_ORACLE_RUNS', runs),
    // What fast-check takes for a seed is a signed integer of 32 bits.
    seed: given('ALEXANDRIA_ORACLE_SEED', Math.floor(Math.random() * 2 ** 31)),
    path: env.ALEXANDRIA_ORACLE_PATH || undefined,
  };
}

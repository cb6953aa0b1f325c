import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';

/** The types of hosts that a template supports; undefined when it does not say. */
export function supportedProvidersOf(
  given: JsonValue | undefined,
): string[] | undefined {
  if (given === undefined) {
    return undefined;
  }
  if (
    !Array.isArray(given) ||
    !given.every((each): each is string => typeof each === 'string')
  ) {
    throw new InputError('supportedProviders: must be a list of strings');
  }
  return given;
}

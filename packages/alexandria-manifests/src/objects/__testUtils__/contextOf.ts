import { resolveValues } from '../../values/resolveValues';
import { Release, ValuesInput } from '../../values/valuesSchema';
import { createContext, RenderContext } from '../context';

/** What the renderers read, for values that have to be accepted. */
export function contextOf(
  values: ValuesInput = {},
  release: Release = { name: 'alexandria', namespace: 'library' },
): RenderContext {
  const result = resolveValues([values], release);
  if (!result.ok) {
    throw new Error(JSON.stringify(result.issues));
  }
  return createContext(result.value, release);
}

import { readYaml } from '../yaml';
import { exampleParameters } from './exampleParameters';
import { parseInstance } from './parseInstance';

/** The example with every optional line that is commented out put in. */
function withOptions(text: string): string {
  return text.replace(/^( *)# (( *)(- )?[A-Za-z]+:( .*)?)$/gm, '$1$2');
}

function read(text: string): unknown {
  const result = readYaml(text);
  if (!result.ok) {
    throw new Error(JSON.stringify(result.issues));
  }
  return result.value;
}

describe('exampleParameters', () => {
  it('is accepted as it stands, without a warning', () => {
    expect(parseInstance(read(exampleParameters()))).toMatchObject({
      ok: true,
      warnings: [],
    });
  });

  it('names only fields that exist, also where they are commented out', () => {
    const text = withOptions(exampleParameters());
    expect(text).toContain('\nsystem: payments\n');
    const result = parseInstance(read(text));
    const unknown = result.ok
      ? []
      : result.issues.filter(({ message }) => message === 'is not known');
    expect(unknown).toEqual([]);
  });
});

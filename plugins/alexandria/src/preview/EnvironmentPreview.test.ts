import { parseInstance } from '@alexandriaproject/alexandria-manifests';
import type { InstanceInput } from '@alexandriaproject/alexandria-manifests';
import { dev, three } from './__testUtils__/answers';
import { environmentPreview } from './EnvironmentPreview';

function instance(answers: InstanceInput) {
  const parsed = parseInstance(answers);
  if (!parsed.ok) {
    throw new Error(JSON.stringify(parsed.issues));
  }
  return parsed.value;
}

describe('environmentPreview', () => {
  it.each(['dev', 'test', 'prod'])('names every object of %s once', name => {
    const ids = environmentPreview(instance(three), name)
      .objects()
      .map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('writes each text once', () => {
    const environment = environmentPreview(instance(dev), 'dev');
    expect(environment.objects()).toBe(environment.objects());
    expect(environment.checklist()).toBe(environment.checklist());
  });

  it.each([
    { name: 'nothing', change: {}, isKept: true },
    { name: 'the description', change: { description: 'x' }, isKept: true },
    { name: 'the name', change: { name: 'library' }, isKept: false },
    {
      name: 'the stage',
      change: {
        environments: [
          {
            name: 'dev',
            stage: 'staging',
            host: 'dev.acme.io',
            imageTag: 'v1.0.0',
          },
        ],
      },
      isKept: false,
    },
  ])('is kept when $name changes: $isKept', ({ change, isKept }) => {
    const before = environmentPreview(instance(dev), 'dev');
    const after = environmentPreview(
      instance({ ...dev, ...change } as InstanceInput),
      'dev',
      before,
    );
    expect(after === before).toBe(isKept);
  });

  it('has no environment that was not answered', () => {
    expect(() => environmentPreview(instance(dev), 'prod')).toThrow(RangeError);
  });
});

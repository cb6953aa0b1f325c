import { ApiError } from '../objects/ApiError';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { apply, managedAfterUpdate } from './managedFields';

const NOW = Date.parse('2026-01-05T08:00:00Z');

const map = (data: Record<string, string>): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a', namespace: 'library' },
  data,
});

const applied = (
  live: KubernetesObject | undefined,
  data: Record<string, string>,
  manager: string,
  force = false,
) =>
  apply(
    {
      ...{ live, applied: map(data), force, isCustom: false },
      writer: { manager, operation: 'Apply', now: NOW },
    },
    merged => merged,
  );

const owners = ({ metadata }: KubernetesObject) =>
  Object.fromEntries(
    metadata.managedFields!.map(({ manager, fieldsV1 }) => [
      manager,
      Object.keys((fieldsV1['f:data'] ?? {}) as object).filter(
        name => name !== '.',
      ),
    ]),
  );

describe('apply', () => {
  it('takes away what its manager does not apply any more', () => {
    const first = applied(undefined, { a: '1', b: '2' }, 'one');
    const second = applied(first, { b: '2' }, 'one');
    expect(second.data).toEqual({ b: '2' });
    expect(owners(second)).toEqual({ one: ['f:b'] });
  });

  it('leaves what others manage too', () => {
    const one = applied(undefined, { a: '1', b: '2' }, 'one');
    const both = applied(one, { a: '1', c: '3' }, 'two');
    expect(owners(both)).toEqual({ one: ['f:a', 'f:b'], two: ['f:a', 'f:c'] });
    const left = applied(both, { b: '2' }, 'one');
    expect(left.data).toEqual({ a: '1', b: '2', c: '3' });
    expect(owners(left)).toEqual({ one: ['f:b'], two: ['f:a', 'f:c'] });
  });

  it('conflicts with who manages another value, unless it is forced', () => {
    const one = applied(undefined, { a: '1' }, 'one');
    let error: unknown;
    try {
      applied(one, { a: '2' }, 'two');
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).status).toMatchObject({
      ...{ code: 409, reason: 'Conflict' },
      message: 'Apply failed with 1 conflict: conflict with "one": .data.a',
      details: {
        causes: [{ reason: 'FieldManagerConflict', field: '.data.a' }],
      },
    });
    const forced = applied(one, { a: '2' }, 'two', true);
    expect(forced.data).toEqual({ a: '2' });
    expect(owners(forced)).toEqual({ two: ['f:a'] });
  });

  it('says nothing new of what is applied again', () => {
    const first = applied(undefined, { a: '1' }, 'one');
    expect(applied(first, { a: '1' }, 'one')).toEqual(first);
  });
});

describe('managedAfterUpdate', () => {
  it('gives who writes what they changed, and nobody what is gone', () => {
    const live = applied(undefined, { a: '1', b: '2' }, 'one');
    const after = { ...live, data: { a: '2', c: '3' } };
    const managedFields = managedAfterUpdate(
      live,
      after,
      { manager: 'kubectl', operation: 'Update', now: NOW },
      false,
    );
    expect(
      owners({ ...after, metadata: { ...after.metadata, managedFields } }),
    ).toEqual({
      kubectl: ['f:a', 'f:c'],
    });
  });
});

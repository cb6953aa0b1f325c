import { AnswersStore } from './AnswersStore';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const name = { path: 'name', message: 'is wrong' };
const group = { path: 'secrets', message: 'is wrong together' };

const checked = (...issues: { path: string; message: string }[]) => ({
  answers: {},
  issues,
});

function create(draft = {}) {
  const onChange = jest.fn();
  const listener = jest.fn();
  const store = new AnswersStore(draft, onChange);
  store.subscribe(listener);
  return { store, onChange, listener };
}

describe('AnswersStore', () => {
  it('hands on every change, and takes answers away that no longer apply', () => {
    const { store, onChange } = create({
      exposure: { kind: 'ingress', className: 'nginx' },
    });
    store.set('exposure.kind', 'none');
    expect(store.draft).toEqual({ exposure: { kind: 'none' } });
    expect(onChange).not.toHaveBeenCalled();
    store.flush();
    expect(onChange).toHaveBeenCalledWith({ exposure: { kind: 'none' } });
  });

  it('hands on at once what is not typed', () => {
    const { store, onChange } = create();
    store.edit(draft => ({ ...draft, environments: [] }));
    expect(onChange).toHaveBeenCalledWith({ environments: [] });
  });

  it('hands on what still waits when it closes', () => {
    const { store, onChange } = create();
    store.set('name', 'a');
    store.close();
    expect(onChange).toHaveBeenCalledWith({ name: 'a' });
  });

  it('keeps what is typed while an earlier answer comes back', () => {
    const { store } = create();
    store.set('name', 'a');
    store.flush();
    store.set('name', 'ab');
    store.receive({ name: 'a' });
    expect(store.draft).toEqual({ name: 'ab' });
    store.flush();
    store.receive({ name: 'other' });
    expect(store.draft).toEqual({ name: 'other' });
  });

  it('does not hand on what it is given', () => {
    const { store, onChange, listener } = create();
    store.receive({ name: 'a' });
    expect(store.draft).toEqual({ name: 'a' });
    expect(listener).toHaveBeenCalledTimes(1);
    expect(onChange).not.toHaveBeenCalled();
  });

  it.each<[string, (store: AnswersStore) => void]>([
    ['somebody left the field', store => store.touch('name')],
    [
      'typing paused',
      store => {
        store.set('name', 'a');
        jest.advanceTimersByTime(500);
      },
    ],
    ['somebody tried to go on', store => store.judge(checked(name), true)],
  ])('shows a problem once %s', (_when, act) => {
    const { store } = create();
    store.judge(checked(name), false);
    expect(store.problemsAt(['name'])).toEqual([]);
    act(store);
    expect(store.problemsAt(['name'])).toEqual([name]);
  });

  it('knows where nobody has been any more when rows move', () => {
    const { store } = create();
    store.touch('environments[0].name');
    store.touch('name');
    store.forget('environments');
    expect(store.isTouched('environments[0].name')).toBe(false);
    expect(store.isTouched('name')).toBe(true);
  });

  it('tells problems apart that no field shows', () => {
    const { store } = create();
    store.judge(checked(name, group), true);
    const release = store.claim(['name']);
    expect(store.unclaimed()).toEqual([group]);
    release();
    expect(store.unclaimed()).toEqual([name, group]);
    expect(store.hasProblemBelow('secrets')).toBe(false);
  });
});

import { prototypeIsClean } from './prototypeIsClean';

it('tells a prototype that has been written to', () => {
  expect(prototypeIsClean()).toBe(true);
  Reflect.defineProperty(Object.prototype, 'polluted', {
    value: true,
    configurable: true,
  });
  try {
    expect(prototypeIsClean()).toBe(false);
  } finally {
    Reflect.deleteProperty(Object.prototype, 'polluted');
  }
  expect(prototypeIsClean()).toBe(true);
});

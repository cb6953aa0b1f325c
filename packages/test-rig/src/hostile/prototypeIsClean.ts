const keysOf = () =>
  [Object.prototype, Array.prototype, Function.prototype, String.prototype].map(
    prototype => Reflect.ownKeys(prototype).map(String).sort().join(),
  );

const before = keysOf();

/** Whether the prototypes that everything shares have the properties that they had when this was loaded. */
export function prototypeIsClean(): boolean {
  return keysOf().every((keys, index) => keys === before[index]);
}

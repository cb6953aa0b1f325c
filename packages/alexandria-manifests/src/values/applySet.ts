import { Result } from '../result';
import { isMap, Tree } from './mergeValues';

const MAX_INDEX = 65536;
const MAX_DEPTH = 30;
/** Lists in lists have no limit of Helm's; a tree of more levels is refused anyway. */
const MAX_LISTS = 60;
/** Places that an expression may fill with null on its way to a position. */
const MAX_PADDING = 2 * MAX_INDEX;
const INT64_MAX = 2n ** 63n - 1n;

/**
 * The expression cannot be read; the message is for people. It says where, and repeats nothing that is not a key of the
 * values already: after a comma that is not escaped, what is read as a key is the rest of a password.
 */
class SetError extends Error {}

/** The expression ends where Helm's parser stops without a complaint. */
class End extends Error {}

/** Text up to a stop character, which is consumed; `stop` is undefined at the end of the expression. */
interface Run {
  text: string;
  stop: string | undefined;
}

function typed(text: string): unknown {
  const lower = text.toLowerCase();
  if (lower === 'true' || lower === 'false') {
    return lower === 'true';
  }
  if (lower === 'null') {
    return null;
  }
  if (text === '0') {
    return 0;
  }
  if (/^[+-]?[0-9]+$/.test(text) && !text.startsWith('0')) {
    const exact = BigInt(text.replace(/^\+/, ''));
    if (exact > INT64_MAX || exact < -INT64_MAX - 1n) {
      return text;
    }
    return Number(text);
  }
  return text;
}

/**
 * A reader of Helm's `--set` grammar: `a.b=c,d[0].e=f,g={h,i}`, with `\` before a character that stands for itself.
 * Follows helm.sh/helm pkg/strvals step by step, so that odd expressions mean here what they mean there.
 */
class Reader {
  readonly #characters: string[];
  #position = 0;
  #padding = 0;

  constructor(expression: string) {
    this.#characters = [...expression];
  }

  readAll(into: Tree): void {
    try {
      for (;;) {
        this.#key(into, 0);
      }
    } catch (error) {
      if (!(error instanceof End)) {
        throw error;
      }
    }
  }

  #until(stops: string): Run {
    let text = '';
    while (this.#position < this.#characters.length) {
      const character = this.#characters[this.#position++];
      if (stops.includes(character)) {
        return { text, stop: character };
      }
      if (character !== '\\') {
        text += character;
      } else if (this.#position < this.#characters.length) {
        text += this.#characters[this.#position++];
      }
    }
    return { text, stop: undefined };
  }

  /** A place in the expression, counted from 1. */
  #at(position: number): string {
    return `character ${position + 1} of ${this.#characters.length}`;
  }

  #key(into: Tree, depth: number): void {
    const start = this.#position;
    const { text: key, stop } = this.#until('=[,.');
    if (stop === undefined) {
      if (key === '') {
        throw new End();
      }
      throw new SetError(`the path at ${this.#at(start)} has no value`);
    }
    if (stop === ',') {
      throw new SetError(
        `the path at ${this.#at(start)} has no value: it ends at a comma`,
      );
    }
    if (stop === '=') {
      if (this.#value(value => put(into, key, value))) {
        throw new End();
      }
    } else if (stop === '[') {
      const index = this.#index();
      const list = Object.hasOwn(into, key) ? into[key] : [];
      if (!Array.isArray(list)) {
        throw new SetError(`${JSON.stringify(key)} holds no list`);
      }
      put(into, key, list);
      this.#item(list, index, depth, 1);
    } else {
      this.#nested(into, key, depth + 1, start);
    }
  }

  #nested(into: Tree, key: string, depth: number, start: number): void {
    if (depth > MAX_DEPTH) {
      throw new SetError(`is nested more than ${MAX_DEPTH} levels deep`);
    }
    const inner = Object.hasOwn(into, key) ? into[key] : {};
    if (!isMap(inner)) {
      throw new SetError(`${JSON.stringify(key)} holds no map`);
    }
    try {
      this.#key(inner, depth);
    } finally {
      if (Object.keys(inner).length > 0) {
        put(into, key, inner);
      }
    }
    if (Object.keys(inner).length === 0) {
      throw new SetError(`the path at ${this.#at(start)} has no value`);
    }
  }

  #index(): number {
    const start = this.#position;
    const { text, stop } = this.#until(']');
    if (stop === undefined || !/^[+-]?[0-9]+$/.test(text)) {
      throw new SetError(
        `the brackets at ${this.#at(start - 1)} hold no position in a list`,
      );
    }
    const index = Number(text);
    if (index < 0) {
      throw new SetError(`the position ${index} is negative`);
    }
    if (index > MAX_INDEX) {
      throw new SetError(`the position ${index} is above ${MAX_INDEX}`);
    }
    return index;
  }

  #item(list: unknown[], index: number, depth: number, lists: number): void {
    if (lists > MAX_LISTS) {
      throw new SetError(`holds more than ${MAX_LISTS} lists in lists`);
    }
    this.#padding += Math.max(0, index - list.length);
    if (this.#padding > MAX_PADDING) {
      throw new SetError(
        `its positions leave more than ${MAX_PADDING} places empty`,
      );
    }
    const start = this.#position;
    const { text, stop } = this.#until('[.=');
    if (text !== '') {
      throw new SetError(
        `${this.#at(start)} follows a "]", where only ".", "[" or "=" may`,
      );
    }
    if (stop === '=') {
      this.#value(value => putAt(list, index, value));
    } else if (stop === '[') {
      const next = this.#index();
      const inner = list[index] ?? [];
      if (!Array.isArray(inner)) {
        throw new SetError(`the position ${index} holds no list`);
      }
      this.#item(inner, next, depth, lists + 1);
      putAt(list, index, inner);
    } else if (stop === '.') {
      const found = list[index];
      const inner = isMap(found) ? found : {};
      if (index < list.length) {
        list[index] = inner;
      }
      this.#key(inner, depth);
      putAt(list, index, inner);
    } else {
      throw new End();
    }
  }

  /** @returns whether the expression ended where a value was due, which Helm reads as empty text */
  #value(assign: (value: unknown) => void): boolean {
    if (this.#position >= this.#characters.length) {
      assign('');
      return true;
    }
    if (this.#characters[this.#position] !== '{') {
      assign(typed(this.#until(',').text));
      return false;
    }
    this.#position++;
    const list: unknown[] = [];
    for (;;) {
      const { text, stop } = this.#until(',}');
      if (stop === undefined) {
        throw new SetError('the list has no closing "}"');
      }
      list.push(typed(text));
      if (stop === '}') {
        break;
      }
    }
    if (this.#characters[this.#position] === ',') {
      this.#position++;
    }
    assign(list);
    return false;
  }
}

function put(into: Tree, key: string, value: unknown): void {
  if (key !== '') {
    Object.defineProperty(into, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
}

function putAt(list: unknown[], index: number, value: unknown): void {
  while (list.length < index) {
    list.push(null);
  }
  list[index] = value;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(copy);
  }
  return isMap(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, copy(inner)]),
      )
    : value;
}

/**
 * Applies one `--set` expression, in Helm's grammar, to the values of a release. The values given are not changed.
 *
 * true, false, null and integers are what they look like; anything else, and an integer with a leading zero, is text.
 *
 * @public
 */
export function applySet(values: unknown, expression: string): Result<unknown> {
  const changed = isMap(values) ? (copy(values) as Tree) : {};
  try {
    new Reader(expression).readAll(changed);
  } catch (error) {
    if (!(error instanceof SetError)) {
      throw error;
    }
    return {
      ok: false,
      issues: [
        {
          path: '',
          message: `--set cannot be read: ${error.message}`,
          remedy:
            'Write path=value, for example config.webauthn.rpId=example.com; put "\\" before a comma, dot or bracket that is part of a name or value',
        },
      ],
      warnings: [],
    };
  }
  return { ok: true, value: changed, warnings: [] };
}

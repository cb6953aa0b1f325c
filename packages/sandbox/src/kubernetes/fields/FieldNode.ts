import { isRecord, type JsonRecord } from '../objects/json';

/** Fields, as a tree: `f:name` of a map, `k:{…}` and `v:…` of a list, as `fieldsV1` of managed fields names them. */
export class FieldNode {
  /** Whether this place itself, and not only something below it, is among the fields. */
  isMember: boolean;
  readonly children: Map<string, FieldNode>;

  constructor(isMember = false, children: Iterable<[string, FieldNode]> = []) {
    this.isMember = isMember;
    this.children = new Map(children);
  }

  static parse(json: JsonRecord): FieldNode {
    const read = (value: JsonRecord, isRoot: boolean): FieldNode => {
      const names = Object.keys(value);
      return new FieldNode(
        !isRoot && (names.length === 0 || names.includes('.')),
        names.flatMap((name): [string, FieldNode][] => {
          const child = value[name];
          return name === '.' || !isRecord(child)
            ? []
            : [[name, read(child, false)]];
        }),
      );
    };
    return read(json, true);
  }

  get isEmpty(): boolean {
    return (
      !this.isMember &&
      [...this.children.values()].every(({ isEmpty }) => isEmpty)
    );
  }

  /** As `fieldsV1` has it. */
  toJSON(): JsonRecord {
    const children = [...this.children]
      .filter(([, child]) => !child.isEmpty)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      ...(this.isMember && children.length > 0 ? { '.': {} } : {}),
      ...Object.fromEntries(
        children.map(([name, child]) => [name, child.toJSON()]),
      ),
    };
  }

  union(other: FieldNode): FieldNode {
    const names = new Set([...this.children.keys(), ...other.children.keys()]);
    return new FieldNode(
      this.isMember || other.isMember,
      [...names].map(name => {
        const [one, two] = [this.children.get(name), other.children.get(name)];
        return [name, one && two ? one.union(two) : (one ?? two)!];
      }),
    );
  }

  /** What is in this one and not in the other. */
  without(other: FieldNode): FieldNode {
    return new FieldNode(
      this.isMember && !other.isMember,
      [...this.children].map(([name, child]) => {
        const taken = other.children.get(name);
        return [name, taken ? child.without(taken) : child];
      }),
    );
  }

  /** What is in both. */
  common(other: FieldNode): FieldNode {
    return new FieldNode(
      this.isMember && other.isMember,
      [...this.children].flatMap(([name, child]): [string, FieldNode][] => {
        const same = other.children.get(name);
        return same ? [[name, child.common(same)]] : [];
      }),
    );
  }
}

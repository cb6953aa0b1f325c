import type { Issue } from '@alexandriaproject/alexandria-manifests';
import { withAnswer, type Draft } from './answerAt';
import { withoutIdleAnswers } from './applies';
import { HandOver } from './HandOver';

/** Answers, perhaps a keystroke ago, and what is wrong with them. */
export interface Checked {
  readonly answers: Draft;
  readonly issues: readonly Issue[];
}

/** How long somebody pauses before what was typed counts as meant, in milliseconds. */
const PAUSE_MS = 500;

/**
 * The answers of a form while they are given, and what is wrong with them.
 *
 * Fields subscribe to what they show, so that a keystroke renders one field and not every environment's. The form around
 * them renders whole at every change, so it takes over what is typed once the field shows it.
 */
export class AnswersStore {
  #draft: Draft;
  #checked: Checked;
  #everythingShown = false;
  readonly #handOver: HandOver<Draft>;
  readonly #touched = new Set<string>();
  readonly #claims = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(draft: Draft, onChange: (draft: Draft) => void) {
    this.#draft = draft;
    this.#checked = { answers: draft, issues: [] };
    this.#handOver = new HandOver(onChange);
  }

  get draft(): Draft {
    return this.#draft;
  }

  /** The answers that were checked last, and what is wrong with them: the same object until others are checked. */
  get checked(): Checked {
    return this.#checked;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  #tell() {
    for (const listener of this.#listeners) {
      listener();
    }
  }

  /** Takes over answers that came from outside, unless newer ones are on their way there. */
  receive(draft: Draft) {
    if (draft !== this.#draft && !this.#handOver.isWaiting) {
      this.#draft = draft;
      this.#tell();
    }
  }

  /** Takes over what is wrong, and whether all of it may be shown rather than only where somebody has been. */
  judge(checked: Checked, everythingShown: boolean) {
    this.#checked = checked;
    this.#everythingShown = everythingShown;
    this.#tell();
  }

  #change(change: (draft: Draft) => Draft) {
    this.#draft = withoutIdleAnswers(change(this.#draft));
  }

  /** Changes the answers; those that no longer apply go. */
  edit(change: (draft: Draft) => Draft) {
    this.#change(change);
    this.#handOver.now(this.#draft);
    this.#tell();
  }

  /** Sets the answer at a path; undefined takes it away. */
  set(path: string, value: unknown) {
    this.#change(draft => withAnswer(draft, path, value));
    this.#handOver.later(this.#draft);
    this.#tell();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.touch(path), PAUSE_MS);
  }

  /** Says that somebody has been at the field of a path, so that its problems are shown. */
  touch(path: string) {
    if (!this.#touched.has(path)) {
      this.#touched.add(path);
      this.#tell();
    }
  }

  isTouched(path: string): boolean {
    return this.#touched.has(path);
  }

  /** Rows below a path were added, removed or moved: where somebody has been means nothing any more. */
  forget(path: string) {
    clearTimeout(this.#pause);
    for (const touched of this.#touched) {
      if (touched.startsWith(`${path}[`)) {
        this.#touched.delete(touched);
      }
    }
  }

  /** Says that a field shows the problems of paths, until the returned function is called. */
  claim(paths: readonly string[]): () => void {
    const add = (by: number) => {
      for (const path of paths) {
        this.#claims.set(path, (this.#claims.get(path) ?? 0) + by);
      }
      this.#tell();
    };
    add(1);
    return () => add(-1);
  }

  /** The problems to show at a field that claims paths. */
  problemsAt(paths: readonly string[]): Issue[] {
    return this.#everythingShown || paths.some(path => this.#touched.has(path))
      ? this.#checked.issues.filter(({ path }) => paths.includes(path))
      : [];
  }

  /** Whether a problem below a path may be shown, so that its field must not be hidden. */
  hasProblemBelow(path: string): boolean {
    return (
      this.#everythingShown &&
      this.#checked.issues.some(issue => issue.path.startsWith(`${path}.`))
    );
  }

  /** The problems that may be shown and that no field claims. */
  unclaimed(): Issue[] {
    return this.#everythingShown
      ? this.#checked.issues.filter(({ path }) => !this.#claims.get(path))
      : [];
  }

  /** Hands on what was typed at once, as before somebody leaves the page. */
  flush() {
    this.#handOver.flush();
  }

  /** Ends what still waits. */
  close() {
    this.flush();
    clearTimeout(this.#pause);
  }
}

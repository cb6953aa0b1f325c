import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { setTimeout as sleep } from 'timers/promises';
import type { Portal } from './untilSaid';

/** How long is waited between two questions, in milliseconds. */
const PAUSE_MS = 100;

export interface Answer {
  /** When it was given, in milliseconds since the epoch. */
  at: number;
  said: InstanceStatus;
}

/** Asks about instances several times a second, and keeps every answer. */
export class AnswerLog {
  readonly #answers = new Map<string, Answer[]>();
  readonly #asking: Promise<void>;
  #failure: unknown;
  #isOver = false;

  constructor(portal: Portal, names: readonly string[]) {
    names.forEach(name => this.#answers.set(name, []));
    const askAll = async () => {
      while (!this.#isOver) {
        await Promise.all(
          names.map(async name => {
            const said = await portal.status(name);
            this.of(name).push({ at: Date.now(), said });
          }),
        );
        await sleep(PAUSE_MS);
      }
    };
    this.#asking = askAll().catch(error => {
      this.#failure = error;
    });
  }

  /** What was said of an instance so far. */
  of(name: string): Answer[] {
    return this.#answers.get(name)!;
  }

  /** Waits until something is said, from now on. */
  async until(
    name: string,
    isSo: (said: InstanceStatus) => boolean,
    seconds: number,
  ): Promise<void> {
    const answers = this.of(name);
    const deadline = Date.now() + seconds * 1000;
    for (let looked = answers.length; ; ) {
      if (this.#failure) {
        throw this.#failure;
      }
      if (looked < answers.length) {
        looked += 1;
        if (isSo(answers[looked - 1].said)) {
          return;
        }
      } else if (Date.now() > deadline) {
        const last = JSON.stringify(answers.at(-1)?.said, null, 1);
        throw new Error(`not so in ${seconds} s; last of ${name}: ${last}`);
      } else {
        await sleep(PAUSE_MS / 4);
      }
    }
  }

  /** Asks no more. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#asking;
    if (this.#failure) {
      throw this.#failure;
    }
  }
}

import type { Browser } from 'playwright-core';
import { remedyParts } from '../../plugins/alexandria/src/status/words/remedyParts';
import type { Finding } from './Observed';
import { Screen } from './Screen';

/** Letters and digits alone: punctuation between words and commands is for the eye. */
const plain = (text: string) =>
  text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** @returns what a text lacks of a health, and of a finding with its cause and each part of its remedy */
export function lackOf(
  text: string,
  health: string,
  finding?: Finding,
): string[] {
  const { title, cause, remedy } = finding ?? {};
  const steps = remedyParts(remedy ?? '').map(part =>
    'text' in part ? part.text : part.command,
  );
  return [health, title ?? '', cause ?? '', ...steps].filter(
    wanted => !plain(text).includes(plain(wanted)),
  );
}

/** The card and the page of an instance, beside each other, which are loaded once. */
export class Screens {
  private constructor(
    private readonly card: Screen,
    private readonly page: Screen,
  ) {}

  /** @param url - of the overview of the entity */
  static async open(browser: Browser, url: string): Promise<Screens> {
    return new Screens(
      await Screen.open(browser, url),
      await Screen.open(browser, `${url}/alexandria`),
    );
  }

  /**
   * @param findings - what each of the two is to show; no finding when omitted
   * @returns what one of them lacks of a health and its finding
   */
  async lack(
    health: string,
    findings: { card?: Finding; page?: Finding } = {},
  ): Promise<string[]> {
    return (await this.said()).flatMap(({ where, text }) =>
      lackOf(text, health, findings[where]).map(
        wanted => `the ${where} does not say: ${wanted}`,
      ),
    );
  }

  /** @returns which of the two say something */
  async say(text: string): Promise<string[]> {
    return (await this.said())
      .filter(said => plain(said.text).includes(plain(text)))
      .map(({ where }) => `the ${where} says: ${text}`);
  }

  /** What the consoles of both said that nobody wants to see there. */
  get complaints(): string[] {
    return [...this.card.complaints, ...this.page.complaints];
  }

  private async said(): Promise<{ where: 'card' | 'page'; text: string }[]> {
    return [
      { where: 'card', text: await this.card.cardText() },
      { where: 'page', text: await this.page.pageText() },
    ];
  }
}

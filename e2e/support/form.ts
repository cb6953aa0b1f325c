import type { Locator, Page } from 'playwright-core';

const TEMPLATES = '/create/templates/default';

/** The forms "New Alexandria instance" and "Change an Alexandria instance", as a person fills them in. */
export class InstanceForm {
  constructor(private readonly page: Page) {}

  static async open(page: Page, portalUrl: string): Promise<InstanceForm> {
    await page.goto(`${portalUrl}${TEMPLATES}/new-alexandria-instance`);
    const form = new InstanceForm(page);
    await form.answer('name').waitFor();
    return form;
  }

  /** What is around the field of a path such as `environments[0].host`. */
  answer(path: string): Locator {
    return this.page.locator(`[data-answer="${path}"]`);
  }

  /** Types into a field. */
  async type(path: string, text: string): Promise<void> {
    const field = this.answer(path).locator('input');
    await field.fill(text);
    await field.blur();
  }

  /** Chooses from a list by the name of the choice. */
  async choose(path: string, choice: string): Promise<void> {
    await this.answer(path).getByRole('button').click();
    await this.page.getByRole('option', { name: choice, exact: true }).click();
  }

  /** Switches something on or off. */
  async flip(path: string): Promise<void> {
    // The label is what people press; the input itself has no size.
    await this.page.locator(`label[data-answer="${path}"]`).click();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).click();
  }

  /** The title of the page that one is on. */
  async step(): Promise<string> {
    return this.page
      .locator('[aria-current="step"], .MuiStepLabel-active')
      .last()
      .innerText();
  }

  /** Goes on, and waits until the next page is there. */
  async next(): Promise<void> {
    const before = await this.step();
    await this.press(/^(Next|Review)$/);
    await this.page
      .waitForFunction(
        title =>
          [
            ...document.querySelectorAll<HTMLElement>(
              '[aria-current="step"], .MuiStepLabel-active',
            ),
          ].at(-1)?.innerText !== title,
        before,
      )
      .catch(async () => {
        const page = await this.page.locator('form').innerText();
        throw new Error(`${before} is not left; it says:\n${page}`);
      });
  }

  /**
   * Presses "Create" and waits until the task has succeeded.
   *
   * @param patience - in milliseconds; as long as for anything on a page when omitted
   * @param result - the name of the link to what was made
   * @returns the URL of the repository, or of what the link leads to
   */
  async create(patience?: number, result = 'Repository'): Promise<string> {
    await this.press(/^Create$/);
    const link = this.page.getByRole('link', { name: result });
    await link.waitFor({ timeout: patience });
    return (await link.getAttribute('href')) ?? '';
  }
}

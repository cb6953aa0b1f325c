import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentProps, type FormEvent } from 'react';
import type { Draft } from './answerAt';
import { FormApis } from './__testUtils__/formApis';
import { least } from './__testUtils__/renderSection';
import { InstanceForm } from './InstanceForm';

type FieldProps = ComponentProps<typeof InstanceForm>;

/** The field in a form that keeps its answers, as the scaffolder's does. */
function renderForm(section: string, initial: Draft, form: object = {}) {
  const seen: Draft[] = [];
  const sent: Draft[] = [];

  function Host() {
    const [formData, setFormData] = useState<Draft>(initial);
    const onSubmit = (event: FormEvent) => {
      event.preventDefault();
      sent.push(formData);
    };
    const props = {
      formData,
      onChange: (next: Draft | undefined) => {
        seen.push(next ?? {});
        setFormData(next ?? {});
      },
      uiSchema: { 'ui:options': { section } },
      formContext: { formData: form },
      schema: {},
      disabled: false,
      readonly: false,
    } as Partial<FieldProps> as FieldProps;
    return (
      <form onSubmit={onSubmit}>
        <InstanceForm {...props} />
        <button type="submit">Next</button>
      </form>
    );
  }

  render(
    <FormApis>
      <Host />
    </FormApis>,
  );
  return { sent, last: () => seen[seen.length - 1] };
}

const next = () =>
  userEvent.click(screen.getByRole('button', { name: 'Next' }));

describe('InstanceForm', () => {
  it('begins with one environment for development', async () => {
    const { last } = renderForm('identity', {});
    await waitFor(() =>
      expect(last()).toEqual({
        environments: [{ name: 'dev', stage: 'development' }],
      }),
    );
  });

  it('keeps the answers of other pages', async () => {
    const { last } = renderForm('secrets', { ...least, kept: true });
    await userEvent.type(screen.getByRole('textbox', { name: 'Secret' }), 'a');
    await waitFor(() =>
      expect(last()).toEqual({
        ...least,
        kept: true,
        secrets: { secretName: 'a' },
      }),
    );
  });

  it.each<[string, () => Promise<unknown>]>([
    ['the button', next],
    ['Enter', () => userEvent.keyboard('{Enter}')],
    [
      'the button and a key',
      async () => {
        act(() => screen.getByRole('button', { name: 'Next' }).focus());
        await userEvent.keyboard('{Enter}');
      },
    ],
  ])('sends what was typed in the same frame by %s', async (_, send) => {
    const frames = jest
      .spyOn(window, 'requestAnimationFrame')
      .mockReturnValue(0);
    const { sent } = renderForm('secrets', least);
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Secret' }),
      'typed',
    );
    await send();
    frames.mockRestore();
    expect(sent[sent.length - 1]).toEqual({
      ...least,
      secrets: { secretName: 'typed' },
    });
  });

  it('does not go on from a page that is wrong, and goes to what is', async () => {
    const { sent } = renderForm('identity', { environments: [] });
    const name = await screen.findByRole('textbox', { name: /^Name/ });
    expect(name).toBeValid();
    await next();
    expect(sent).toEqual([]);
    await waitFor(() => expect(name).toHaveFocus());
    expect(name).toHaveAccessibleDescription(/Is required\./);
  });

  it('goes on although a later page is wrong', async () => {
    const { sent } = renderForm('identity', {
      ...least,
      delivery: { gitops: 'jenkins' },
    });
    await next();
    expect(sent).toHaveLength(1);
  });

  it('names the earlier page on which something has to change', async () => {
    renderForm('exposure', {
      ...least,
      environments: [{ name: 'test', stage: 'staging', imageTag: 'main' }],
      exposure: { kind: 'ingress' },
    });
    expect(
      await screen.findByText(
        'Go back to the page “Environments”. Environment 1 › Host name: Is required in staging. Write the name that people will open, such as alexandria.example.com.',
      ),
    ).toBeVisible();
  });

  it('shows what is wrong and has no field', async () => {
    renderForm('identity', { ...least, nonsense: 1 });
    await next();
    expect(
      await screen.findByText('These answers do not go together'),
    ).toBeVisible();
  });

  it('shows the preview on demand where it is folded away', async () => {
    renderForm('identity', least);
    const toggle = screen.getByRole('button', { name: 'Show preview' });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(toggle);
    expect(
      screen.getByRole('button', { name: 'Hide preview' }),
    ).toHaveAttribute('aria-expanded', 'true');
    expect(
      await screen.findByText(/objects in namespace assistant-dev/),
    ).toBeInTheDocument();
  });

  it('says that a template names a page that there is not', () => {
    renderForm('kitchen', least);
    expect(screen.getByText(/does not have: kitchen/)).toBeVisible();
  });

  it('leaves nothing in the browser, in the address or on the console', async () => {
    const setItem = jest.spyOn(Storage.prototype, 'setItem');
    const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
    const consoles = methods.map(method => jest.spyOn(console, method));
    const canary = 'canary-0123456789';
    renderForm('identity', least);
    await userEvent.type(
      screen.getByRole('textbox', { name: /Description/ }),
      canary,
    );
    await act(async () => {});
    expect(setItem).not.toHaveBeenCalled();
    expect(window.location.href).not.toContain(canary);
    for (const spy of consoles) {
      expect(JSON.stringify(spy.mock.calls)).not.toContain(canary);
    }
    jest.restoreAllMocks();
  });
});

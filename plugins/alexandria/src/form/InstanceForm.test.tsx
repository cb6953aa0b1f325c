import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentProps } from 'react';
import type { Draft } from './answerAt';
import { FormApis } from './__testUtils__/formApis';
import { least } from './__testUtils__/renderSection';
import { InstanceForm } from './InstanceForm';

type FieldProps = ComponentProps<typeof InstanceForm>;

/** The field in a form that keeps its answers, as the scaffolder's does. */
function renderForm(section: string, initial: Draft, form: object = {}) {
  const onSubmit = jest.fn(event => event.preventDefault());
  const seen: Draft[] = [];

  function Host() {
    const [formData, setFormData] = useState<Draft>(initial);
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
  return { onSubmit, last: () => seen[seen.length - 1] };
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
    expect(last()).toEqual({
      ...least,
      kept: true,
      secrets: { secretName: 'a' },
    });
  });

  it('does not go on from a page that is wrong, and goes to what is', async () => {
    const { onSubmit } = renderForm('identity', { environments: [] });
    const name = await screen.findByRole('textbox', { name: /^Name/ });
    expect(name).toBeValid();
    await next();
    expect(onSubmit).not.toHaveBeenCalled();
    await waitFor(() => expect(name).toHaveFocus());
    expect(name).toHaveAccessibleDescription(/Is required\./);
  });

  it('goes on although a later page is wrong', async () => {
    const { onSubmit } = renderForm('identity', {
      ...least,
      delivery: { gitops: 'jenkins' },
    });
    await next();
    expect(onSubmit).toHaveBeenCalledTimes(1);
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

import type { AlexandriaApi } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentProps } from 'react';
import { FormApis } from '../form/__testUtils__/formApis';
import type { Draft } from '../form/answerAt';
import { InstanceForm } from '../form/InstanceForm';
import { backendWith, present, repositoryOf } from './__testUtils__/repository';

type Props = ComponentProps<typeof InstanceForm>;

/** A page of the form, in a form that keeps its answers as the scaffolder's does. */
function renderPage(
  alexandria: AlexandriaApi,
  options: { entityRef?: string; answers?: Draft; section?: string } = {},
) {
  const { entityRef, answers, section = 'identity' } = options;
  const seen: Draft[] = [];
  function Host() {
    const [formData, setFormData] = useState<Draft | undefined>(answers);
    const props = {
      formData,
      onChange: (next: Draft | undefined) => {
        seen.push(next ?? {});
        setFormData(next);
      },
      uiSchema: { 'ui:options': { section, purpose: 'change' } },
      formContext: { formData: { entityRef, answers: formData } },
      schema: {},
    } as Partial<Props> as Props;
    return (
      <form>
        <InstanceForm {...props} />
      </form>
    );
  }
  render(
    <FormApis apis={{ alexandria }}>
      <Host />
    </FormApis>,
  );
  return { last: () => seen[seen.length - 1] };
}

const entityRef = 'component:default/assistant';

describe('the form that changes an instance', () => {
  it('opens with the present answers, of which the name stays', async () => {
    const repository = repositoryOf();
    const { last } = renderPage(backendWith(repository), { entityRef });
    const name = await screen.findByRole('textbox', { name: /^Name/ });
    expect(name).toHaveValue('assistant');
    expect(name).toHaveAttribute('readonly');
    expect(last()).toEqual(repository.answers);
    expect(screen.queryByText(/Asking the catalog/)).toBeNull();
    expect(
      await screen.findByText(
        'These are the present answers: nothing changes.',
        {},
        { timeout: 20_000 },
      ),
    ).toBeVisible();
  }, 60_000);

  it('shows what an answer changes', async () => {
    renderPage(backendWith(repositoryOf()), { entityRef, section: 'sizing' });
    const size = await screen.findByRole('textbox', {
      name: /Size of the volume|Volume size|size/i,
    });
    await userEvent.clear(size);
    await userEvent.type(size, '20Gi');
    expect(
      await screen.findByText(/files change$/, {}, { timeout: 20_000 }),
    ).toBeVisible();
    expect(screen.getByText('Environment dev: changes')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: /^values-dev\.yaml/ }),
    );
    // The preview follows what is typed.
    await waitFor(() =>
      expect(
        screen.getByRole('region', { name: 'Differences of values-dev.yaml' }),
      ).toHaveTextContent(/- size: "12Gi".*\+ size: "20Gi"/),
    );
  }, 60_000);

  it('replaces the answers of an instance that was chosen before', async () => {
    const other = repositoryOf({
      ...present,
      name: 'other',
      repoUrl: 'git.example.com?owner=payments&repo=other',
    });
    const { last } = renderPage(backendWith(repositoryOf(), other), {
      entityRef: other.entityRef,
      answers: repositoryOf().answers,
    });
    await waitFor(() => expect(last()).toEqual(other.answers));
  });

  it('keeps what was answered on an earlier page', async () => {
    const answers = { ...repositoryOf().answers, description: 'mine' };
    const { last } = renderPage(backendWith(repositoryOf()), {
      ...{ entityRef, answers },
    });
    expect(await screen.findByDisplayValue('mine')).toBeVisible();
    expect(last()).toBe(undefined);
  });

  it('says what is missing while no instance is chosen', () => {
    const backend = backendWith(repositoryOf());
    renderPage(backend);
    expect(screen.getByText('Choose an instance')).toBeVisible();
    expect(backend.getInstanceRepository).not.toHaveBeenCalled();
  });

  it('says why the answers could not be read', async () => {
    renderPage(backendWith(new Error('You may not change it')), { entityRef });
    expect(await screen.findByText('You may not change it')).toBeVisible();
  });
});

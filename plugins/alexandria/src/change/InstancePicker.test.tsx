import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { apiHolder, FormApis } from '../form/__testUtils__/formApis';
import { backendWith, repositoryOf } from './__testUtils__/repository';
import { InstancePicker } from './InstancePicker';
import { instancePickerExtension } from './instancePickerExtension';

type Props = ComponentProps<typeof InstancePicker>;

/** Stands where the scaffolder registers its own picker, and shows what it is given. */
function EntityPicker({ uiSchema }: Props) {
  return <pre>{JSON.stringify(uiSchema['ui:options'])}</pre>;
}

const entityRef = 'component:default/assistant';

function show(
  formData: string | undefined,
  backend = backendWith(repositoryOf()),
) {
  const props = {
    ...{ formData, uiSchema: {} },
    registry: { fields: { EntityPicker } },
  } as unknown as Props;
  render(
    <FormApis apis={{ alexandria: backend }}>
      <InstancePicker {...props} />
    </FormApis>,
  );
}

describe('InstancePicker', () => {
  it('lets choose among instances only', () => {
    show(undefined);
    expect(screen.getByText(/allowArbitraryValues/)).toHaveTextContent(
      '"metadata.tags":"alexandria"',
    );
  });

  it('says where the answers were read', async () => {
    show(entityRef);
    expect(
      await screen.findByText(/^Read from https.* at c0ffee0123\.$/),
    ).toBeVisible();
  });

  it('says why they were not, and reads again when it is told to', async () => {
    const backend = backendWith(repositoryOf());
    backend.getInstanceRepository.mockRejectedValueOnce(
      new Error('The host is away'),
    );
    show(entityRef, backend);
    expect(await screen.findByText(/The host is away/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    expect(await screen.findByText(/^Read from/)).toBeVisible();
  });

  it('starts each form from the repository as it is then', async () => {
    const backend = backendWith(repositoryOf());
    show(entityRef, backend);
    await screen.findByText(/^Read from/);
    show(entityRef, backend);
    await screen.findAllByText(/^Read from/);
    expect(backend.getInstanceRepository.mock.calls.length).toBe(2);
  });
});

describe('the check of the instance', () => {
  it.each([
    ['a repository that can be read', backendWith(repositoryOf()), []],
    ['one that cannot', backendWith(new Error('Not yours')), ['Not yours']],
  ])('of %s', async (_, alexandria, expected) => {
    const said: string[] = [];
    await instancePickerExtension.validation(
      entityRef,
      { addError: (message: string) => said.push(message) } as never,
      { apiHolder: apiHolder({ alexandria }) } as never,
    );
    expect(said).toEqual(expected);
  });
});

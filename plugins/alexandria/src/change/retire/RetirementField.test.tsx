import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { apiHolder, FormApis } from '../../form/__testUtils__/formApis';
import { backendWith, repositoryOf } from '../__testUtils__/repository';
import { RetirementField } from './RetirementField';
import { retirementExtension } from './retirementExtension';

type Props = ComponentProps<typeof RetirementField>;

const entityRef = 'component:default/assistant';

function show(form: object) {
  const onChange = jest.fn();
  const props = {
    onChange,
    formContext: { formData: form },
  } as Partial<Props> as Props;
  render(
    <FormApis apis={{ alexandria: backendWith(repositoryOf()) }}>
      <RetirementField {...props} />
    </FormApis>,
  );
  return onChange;
}

describe('RetirementField', () => {
  it('says what is lost and asks for the name', async () => {
    const onChange = show({ entityRef });
    const losses = await screen.findByRole('list', {
      name: 'What becomes of what belongs to assistant',
    });
    expect(losses).toHaveTextContent('PersistentVolumeClaim');
    await userEvent.type(
      screen.getByRole('textbox', { name: /Name of the instance/ }),
      'a',
    );
    expect(onChange).toHaveBeenLastCalledWith('a');
  });

  it('waits for an instance', () => {
    show({});
    expect(
      screen.getByRole('textbox', { name: /Name of the instance/ }),
    ).toBeDisabled();
  });
});

describe('the check of the name', () => {
  const complaints = async (typed: string, form: object = { entityRef }) => {
    const said: string[] = [];
    await retirementExtension.validation(
      typed,
      { addError: (message: string) => said.push(message) } as never,
      {
        apiHolder: apiHolder({ alexandria: backendWith(repositoryOf()) }),
        formData: form,
      } as never,
    );
    return said;
  };

  it.each([
    ['assistant', { entityRef }, 0],
    ['Assistant', { entityRef }, 1],
    ['', { entityRef }, 1],
    ['', {}, 1],
  ])('of %j in %j has %i complaints', async (typed, form, count) => {
    expect(await complaints(typed, form)).toHaveLength(count);
  });
});

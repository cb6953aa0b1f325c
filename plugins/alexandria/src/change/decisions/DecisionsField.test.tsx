import type { Decision } from '@alexandriaproject/alexandria-manifests';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentProps } from 'react';
import { apiHolder, FormApis } from '../../form/__testUtils__/formApis';
import {
  backendWith,
  conflicting,
  repositoryOf,
  withStorage,
} from '../__testUtils__/repository';
import { DecisionsField } from './DecisionsField';
import { decisionsExtension } from './decisionsExtension';

type Props = ComponentProps<typeof DecisionsField>;

const form = {
  entityRef: 'component:default/assistant',
  answers: withStorage('20Gi'),
};

function show(repository = conflicting()) {
  const seen: (Decision[] | undefined)[] = [];
  function Host() {
    const [formData, setFormData] = useState<Decision[]>();
    const props = {
      formData,
      onChange: (next: Decision[] | undefined) => {
        seen.push(next);
        setFormData(next);
      },
      formContext: { formData: form },
    } as Partial<Props> as Props;
    return <DecisionsField {...props} />;
  }
  render(
    <FormApis apis={{ alexandria: backendWith(repository) }}>
      <Host />
    </FormApis>,
  );
  return { last: () => seen[seen.length - 1] };
}

async function complaints(decisions: Decision[]) {
  const said: string[] = [];
  await decisionsExtension.validation(
    decisions,
    { addError: (message: string) => said.push(message) } as never,
    {
      apiHolder: apiHolder({ alexandria: backendWith(conflicting()) }),
      formData: form,
    } as never,
  );
  return said;
}

const place = 'values-dev.yaml: persistence.size';

describe('DecisionsField', () => {
  it('keeps what was decided about each conflict, and the last word only', async () => {
    const { last } = show();
    const group = await screen.findByRole('radiogroup', {
      name: `Decision about ${place}`,
    });
    expect(group).toBeVisible();
    const radio = (name: RegExp) => screen.getAllByRole('radio', { name })[0];
    await userEvent.click(radio(/^Keep/));
    await userEvent.click(radio(/^Take/));
    expect(last()).toHaveLength(1);
    expect(last()).toMatchObject([{ take: 'ours' }]);
  });

  it('says that there is nothing to decide', async () => {
    show(repositoryOf());
    expect(await screen.findByText(/^No conflicts/)).toBeVisible();
  });
});

describe('the check of the decisions', () => {
  it('lets nobody go on before every conflict is decided', async () => {
    expect(await complaints([])).toContainEqual(
      `Decide about the conflict in ${place}.`,
    );
    expect(
      await complaints([{ path: 'values-dev.yaml', take: 'ours' }]),
    ).not.toContainEqual(expect.stringContaining('values-dev.yaml'));
  });
});

import type { Environment } from '@alexandriaproject/alexandria-manifests';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithTexts } from '../parts/__testUtils__/renderWithTexts';
import { EnvironmentSelect } from './EnvironmentSelect';

const environments = [
  { name: 'dev', stage: 'development' },
  { name: 'test', stage: 'staging' },
  { name: 'prod', stage: 'production' },
] as const;

describe('EnvironmentSelect', () => {
  it('offers the environments with their stages, by keyboard', async () => {
    const user = userEvent.setup();
    const onChange = jest.fn();
    renderWithTexts(
      <EnvironmentSelect
        label="Environment"
        environments={environments}
        value="dev"
        onChange={onChange}
      />,
    );
    await user.tab();
    expect(
      screen.getByRole('button', { name: /Environment/ }),
    ).toHaveTextContent('dev (Development)');
    await user.keyboard('{Enter}');
    expect(
      screen.getAllByRole('option').map(({ textContent }) => textContent),
    ).toEqual(['dev (Development)', 'test (Staging)', 'prod (Production)']);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onChange.mock.calls).toEqual([['prod']]);
  });

  it.each([
    { name: 'a name', change: { name: 'next' }, text: 'next (Development)' },
    { name: 'a stage', change: { stage: 'staging' }, text: 'dev (Staging)' },
  ] as const)('follows $name', ({ change, text }) => {
    const [first, ...rest] = environments;
    const onChange = jest.fn();
    const select = (now: Pick<Environment, 'name' | 'stage'>) => (
      <EnvironmentSelect
        label="Environment"
        environments={[now, ...rest]}
        value={now.name}
        onChange={onChange}
      />
    );
    const { rerender } = renderWithTexts(select(first));
    rerender(select({ ...first, ...change }));
    expect(screen.getByRole('button')).toHaveTextContent(text);
  });
});

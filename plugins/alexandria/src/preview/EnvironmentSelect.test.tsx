import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { three } from './__testUtils__/answers';
import { renderWithTexts } from './__testUtils__/renderWithTexts';
import { computePreview } from './computePreview';
import { EnvironmentSelect } from './EnvironmentSelect';

describe('EnvironmentSelect', () => {
  it('offers the environments with their stages, by keyboard', async () => {
    const user = userEvent.setup();
    const onChange = jest.fn();
    renderWithTexts(
      <EnvironmentSelect
        label="Environment"
        preview={computePreview(three).shown!}
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
});

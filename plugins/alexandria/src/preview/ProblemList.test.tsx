import { screen } from '@testing-library/react';
import { renderWithTexts } from '../parts/__testUtils__/renderWithTexts';
import { ProblemList } from './ProblemList';

describe('ProblemList', () => {
  it.each([
    [{ path: 'owner', message: 'is required' }, 'Owner is required. owner'],
    [
      { path: '', message: 'must be a map', given: '3' },
      'All answers must be a map (given 3).',
    ],
    [
      {
        path: 'environments[0].name',
        message: 'must be a DNS label',
        given: '"a_b"',
        remedy: 'Use letters and digits',
      },
      'Environment 1 › Name must be a DNS label (given "a_b"). Use letters and digits. environments[0].name',
    ],
    [
      { path: 'nmae', message: 'is not known', remedy: 'Did you mean name?' },
      'nmae is not known. Did you mean name? nmae',
    ],
  ])('shows %j', (problem, text) => {
    renderWithTexts(<ProblemList problems={[problem]} />);
    expect(screen.getByRole('listitem')).toHaveTextContent(text);
  });

  it('sets paths apart as code', () => {
    renderWithTexts(
      <ProblemList problems={[{ path: 'owner', message: 'is required' }]} />,
    );
    expect(screen.getByText('owner').tagName).toBe('CODE');
  });
});

import { render, screen } from '@testing-library/react';
import { Announcement } from './Announcement';

const said = () => screen.getByRole('status').textContent;

describe('Announcement', () => {
  it('says what it is about when that is another, and only then', () => {
    const { rerender } = render(<Announcement of={undefined} text="" />);
    rerender(<Announcement of="Healthy" text="Serving in 3" />);
    expect(said()).toBe('');
    rerender(<Announcement of="Healthy" text="Serving in 4" />);
    expect(said()).toBe('');
    rerender(<Announcement of="Degraded" text="Not serving in 1 of 4" />);
    expect(said()).toBe('Not serving in 1 of 4');
    rerender(<Announcement of="Degraded" text="Not serving in 2 of 4" />);
    expect(said()).toBe('Not serving in 1 of 4');
    rerender(<Announcement of="Healthy" text="Serving in 4" />);
    expect(said()).toBe('Serving in 4');
  });
});

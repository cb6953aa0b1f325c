import { emptyStates } from './emptyStates';
import { Moment } from './Moment';
import { runningStates } from './runningStates';
import type { StatusFixture } from './StatusFixture';

/** Every state worth seeing, by name, which is also that of its entity. */
export function statusFixtures(now: Date): Record<string, StatusFixture> {
  return Object.fromEntries(
    [...runningStates(new Moment(now)), ...emptyStates()].map(fixture => [
      fixture.entity.metadata.name,
      fixture,
    ]),
  );
}

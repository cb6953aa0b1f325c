import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { askUntil } from './askUntil';

/** What says how instances are. */
export interface Portal {
  status(name: string): Promise<InstanceStatus>;
  stop(): Promise<void>;
}

/** Asks how an instance is until something is so, and gives what was said on the way. */
export const untilSaid = (
  portal: Pick<Portal, 'status'>,
  name: string,
  isSo: (said: InstanceStatus) => boolean,
  seconds?: number,
): Promise<InstanceStatus[]> =>
  askUntil(() => portal.status(name), isSo, seconds);

import { Bone } from './Bone';

/** Takes the room of a headline of two lines. */
export function HeadlineBone() {
  return <Bone height={70} />;
}

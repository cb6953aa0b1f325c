import type { Health } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiGhostFill,
  RiLoader4Line,
  RiPauseCircleFill,
  RiQuestionFill,
} from '@remixicon/react';

/** A shape for each health, so that color is never all that tells them apart. */
export const healthIcons: Record<Health, typeof RiGhostFill> = {
  Healthy: RiCheckboxCircleFill,
  Suspended: RiPauseCircleFill,
  Progressing: RiLoader4Line,
  Missing: RiGhostFill,
  Unknown: RiQuestionFill,
  Degraded: RiCloseCircleFill,
};

import type { Rule } from '../Rule';
import { containerConfigInvalid } from './containerConfigInvalid';
import { containerCrashLooping } from './containerCrashLooping';
import { containerCreateFailed } from './containerCreateFailed';
import { containerNotReady } from './containerNotReady';
import { containerOutOfMemory } from './containerOutOfMemory';
import { containerRestarted } from './containerRestarted';
import { imageNameInvalid } from './imageNameInvalid';
import { imagePullFailed } from './imagePullFailed';
import { imageTagFloating } from './imageTagFloating';
import { imageVersionsMixed } from './imageVersionsMixed';
import { initContainerFailed } from './initContainerFailed';
import { podEvicted } from './podEvicted';
import { podFailed } from './podFailed';
import { podStuckTerminating } from './podStuckTerminating';
import { podUnreachable } from './podUnreachable';
import { podUnschedulable } from './podUnschedulable';
import { volumeMountFailed } from './volumeMountFailed';

export const podRules: readonly Rule[] = [
  imagePullFailed,
  imageNameInvalid,
  containerConfigInvalid,
  containerCreateFailed,
  initContainerFailed,
  containerCrashLooping,
  containerOutOfMemory,
  containerRestarted,
  containerNotReady,
  podUnschedulable,
  podEvicted,
  podFailed,
  podStuckTerminating,
  podUnreachable,
  volumeMountFailed,
  imageVersionsMixed,
  imageTagFloating,
];

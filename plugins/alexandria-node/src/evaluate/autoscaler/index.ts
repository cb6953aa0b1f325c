import type { Rule } from '../Rule';
import { autoscalerCannotScale } from './autoscalerCannotScale';
import { autoscalerDisabled } from './autoscalerDisabled';
import { autoscalerMetricsUnavailable } from './autoscalerMetricsUnavailable';
import { autoscalerMissing } from './autoscalerMissing';
import { autoscalerReplicasContested } from './autoscalerReplicasContested';
import { autoscalerSaturated } from './autoscalerSaturated';
import { autoscalerSelectorInvalid } from './autoscalerSelectorInvalid';

export const autoscalerRules: readonly Rule[] = [
  autoscalerCannotScale,
  autoscalerMetricsUnavailable,
  autoscalerSelectorInvalid,
  autoscalerDisabled,
  autoscalerSaturated,
  autoscalerMissing,
  autoscalerReplicasContested,
];

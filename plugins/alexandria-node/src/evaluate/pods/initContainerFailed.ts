import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { consequence } from '../texts';
import {
  endText,
  isCrashLooping,
  isOutOfMemory,
  lastEnd,
  previousLogs,
  timesText,
} from './crashes';
import { eachContainer } from './eachContainer';

const REMEDIES: [RegExp, string][] = [
  [
    /^config-init$/,
    '; it copies the configuration, so check the ConfigMap and the volume etc-alexandria',
  ],
  [
    /^llm-init-/,
    '; it registers an LLM backend, so check that entry of llmBackends, its key and that its URL can be reached',
  ],
];

/** config-init or llm-init fail: the pod is Degraded at once, not Progressing. */
export const initContainerFailed = builtInRule(
  'InitContainerFailed',
  function* check(context) {
    for (const { pod, container } of eachContainer(context)) {
      const { name, kind, restarts } = container;
      if (
        kind === 'init' &&
        !isOutOfMemory(container) &&
        isCrashLooping(container, context.now)
      ) {
        const hint = REMEDIES.find(([names]) => names.test(name))?.[1] ?? '';
        yield {
          object: referenceTo(pod.object),
          title: `Init container ${name} fails`,
          cause: `Init container ${name} was restarted ${timesText(
            restarts,
          )}. ${endText(container)}${consequence(container, context.serves)}`,
          evidence: {
            container: name,
            reason: container.waiting?.reason ?? lastEnd(container)?.reason,
            exitCode: lastEnd(container)?.exitCode,
          },
          remedy: `${previousLogs(pod, container)}${hint}`,
        };
      }
    }
  },
);

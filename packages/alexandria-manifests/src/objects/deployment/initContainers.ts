import { llmAddArguments } from '../../assumptions';
import { Image } from '../../values/model/image';
import { LlmBackend } from '../../values/model/llmBackend';
import { RenderContext } from '../context';
import { Container, container } from './containers';
import { llmInitEnv } from './env';
import { literalText } from './literalText';
import { configInitMounts, llmInitMounts } from './volumes';

function configInitImage({ values: { image } }: RenderContext): Image {
  return image.configInit.repository === ''
    ? image.orchestrator
    : image.configInit;
}

/** Copies the read-only ConfigMap to the writable /etc/alexandria. */
function configInit(context: RenderContext): Container {
  return container(context, 'config-init', configInitImage(context), {
    command: [
      'cp',
      '/config/alexandria.conf',
      '/etc/alexandria/alexandria.conf',
    ],
    resources: context.values.resources.init,
    volumeMounts: configInitMounts,
  });
}

function llmInit(context: RenderContext, backend: LlmBackend): Container {
  const { values } = context;
  return container(
    context,
    `llm-init-${backend.name}`,
    values.image.orchestrator,
    {
      command: ['alexandria'],
      args: llmAddArguments(backend).map(literalText),
      env: llmInitEnv(context, backend),
      envFrom: values.extraEnvFrom.orchestrator,
      resources: values.resources.init,
      volumeMounts: llmInitMounts,
    },
  );
}

export function initContainers(context: RenderContext): Container[] {
  return [
    configInit(context),
    ...context.values.llmBackends.map(backend => llmInit(context, backend)),
  ];
}

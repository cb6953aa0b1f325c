import { Image } from '../../values/model/image';
import { imageReference, RenderContext } from '../context';
import { apiEnv, orchestratorEnv } from './env';
import { present } from './present';
import { apiMounts, dashboardMounts, orchestratorMounts } from './volumes';

/** A container of the pod, as it stands in the manifest. */
export type Container = Record<string, unknown> & { name: string };

/** Gives the endpoints of the Service time to drop the pod before anything in it stops. */
const lifecycle = { preStop: { sleep: { seconds: 5 } } };

/** What a container has in common with every other one. */
export function container(
  context: RenderContext,
  name: string,
  image: Image,
  fields: Record<string, unknown>,
): Container {
  return {
    name,
    image: imageReference(context, image),
    imagePullPolicy: image.pullPolicy,
    ...present({
      securityContext: context.values.containerSecurityContext,
      ...fields,
    }),
  };
}

function api(context: RenderContext): Container {
  const { values } = context;
  return container(context, 'api', values.image.api, {
    ports: [
      { name: 'api', containerPort: values.config.api.port, protocol: 'TCP' },
    ],
    env: apiEnv(context),
    envFrom: values.extraEnvFrom.api,
    startupProbe: values.startupProbe,
    livenessProbe: values.livenessProbe,
    readinessProbe: values.readinessProbe,
    lifecycle,
    resources: values.resources.api,
    volumeMounts: apiMounts(context),
  });
}

function orchestrator(context: RenderContext): Container {
  const { values } = context;
  return container(context, 'orchestrator', values.image.orchestrator, {
    env: orchestratorEnv(context),
    envFrom: values.extraEnvFrom.orchestrator,
    lifecycle,
    resources: values.resources.orchestrator,
    volumeMounts: orchestratorMounts(context),
  });
}

function dashboard(context: RenderContext): Container {
  const { values } = context;
  const httpGet = { path: '/nginx-health', port: 'http' };
  return container(context, 'dashboard', values.image.dashboard, {
    ports: [
      { name: 'http', containerPort: values.dashboard.port, protocol: 'TCP' },
    ],
    env: values.extraEnv.dashboard,
    envFrom: values.extraEnvFrom.dashboard,
    livenessProbe: {
      httpGet,
      initialDelaySeconds: 5,
      periodSeconds: 15,
      failureThreshold: 3,
    },
    readinessProbe: {
      httpGet,
      initialDelaySeconds: 2,
      periodSeconds: 10,
      failureThreshold: 3,
    },
    lifecycle,
    resources: values.resources.dashboard,
    volumeMounts: dashboardMounts(context),
  });
}

/** The API comes first: the default container of the pod. */
export function containers(context: RenderContext): Container[] {
  return [
    api(context),
    orchestrator(context),
    dashboard(context),
    ...context.values.extraContainers,
  ];
}

import { healthPath, httpGetArguments } from '../../assumptions';
import { KubernetesObject, objectMeta, RenderContext } from '../context';
import { container } from '../deployment/containers';
import { present } from '../deployment/present';

/** `helm test`: asks the API for its health the way people reach it, through the Service and the dashboard. */
export function connection(context: RenderContext): KubernetesObject {
  const { values, names } = context;
  const url = `http://${names.fullname}:${values.service.port}${healthPath}`;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: objectMeta(context, `${names.fullname}-test-connection`, {
      component: 'test',
      annotations: {
        'helm.sh/hook': 'test',
        'helm.sh/hook-delete-policy': 'before-hook-creation,hook-succeeded',
      },
    }),
    spec: {
      restartPolicy: 'Never',
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      ...present({
        imagePullSecrets: values.imagePullSecrets,
        securityContext: values.podSecurityContext,
        nodeSelector: values.nodeSelector,
        tolerations: values.tolerations,
      }),
      containers: [
        container(context, 'connection', values.image.dashboard, {
          command: httpGetArguments(url),
          resources: values.resources.jobs,
        }),
      ],
    },
  };
}

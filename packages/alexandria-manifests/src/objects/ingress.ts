import { KubernetesObject, objectMeta, RenderContext } from './context';
import { present } from './deployment/present';

const wholeSite = { path: '/', pathType: 'Prefix' as const };

export function ingress(context: RenderContext): KubernetesObject | undefined {
  const { values, names } = context;
  const { enabled, className, annotations, hosts, tls } = values.ingress;
  if (!enabled) {
    return undefined;
  }
  const backend = {
    service: { name: names.fullname, port: { name: 'http' } },
  };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: objectMeta(context, names.fullname, { annotations }),
    spec: {
      ...present({
        ingressClassName: className,
        tls: tls.map(entry => ({
          hosts: entry.hosts?.length
            ? entry.hosts
            : hosts.map(({ host }) => host),
          ...present({ secretName: entry.secretName }),
        })),
      }),
      rules: hosts.map(({ host, paths }) => ({
        host,
        http: {
          paths: (paths?.length ? paths : [wholeSite]).map(
            ({ path, pathType = wholeSite.pathType }) => ({
              path,
              pathType,
              backend,
            }),
          ),
        },
      })),
    },
  };
}

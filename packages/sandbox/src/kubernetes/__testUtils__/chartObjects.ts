import {
  renderObjects,
  resolveValues,
} from '@alexandriaproject/alexandria-manifests';
import { exposed, scaled } from '../samples/parts';
import { groupVersionOf, resourceOfKind } from '../objects/resources';

export const CHART_NAMESPACE = 'chart';

/** One of each kind that the chart renders, and where it is applied. */
export function chartObjects() {
  const release = { name: 'alexandria', namespace: CHART_NAMESPACE };
  const values = resolveValues(
    [
      scaled(2, 5),
      exposed('library.example.com'),
      {
        backstage: { entityName: 'library' },
        auth: { existingSecret: '' },
        externalSecrets: { enabled: true },
        pdb: { enabled: true },
        networkPolicy: {
          enabled: true,
          postgres: { cidr: '10.0.0.0/16' },
        },
        metrics: { enabled: true, serviceMonitor: { enabled: true } },
        llmBackends: [
          {
            name: 'claude',
            kind: 'claude',
            url: 'https://api.anthropic.com',
            model: 'claude-sonnet-4-6',
          },
        ],
      },
    ],
    release,
  );
  if (!values.ok) {
    throw new Error(JSON.stringify(values.issues));
  }
  return renderObjects(values.value, release).map(object => {
    const resource = resourceOfKind(object.kind);
    const root = resource.group === '' ? '/api' : '/apis';
    const at = `${root}/${groupVersionOf(resource)}/namespaces`;
    const { namespace, name } = object.metadata;
    return {
      path: `${at}/${namespace}/${resource.resource}/${name}`,
      object,
    };
  });
}

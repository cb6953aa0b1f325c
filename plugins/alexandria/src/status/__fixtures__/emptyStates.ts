import { entityOf } from './entities';
import { answer, EU, type StatusFixture } from './StatusFixture';

/** States of instances of which nothing is shown: nothing runs, nobody knows, or nobody says. */
export function emptyStates(): StatusFixture[] {
  return [
    answer(entityOf('cluster-unreachable'), [], {
      ...{ health: 'Unknown', partial: true },
      clusters: [
        {
          ...EU,
          condition: 'Failing',
          message: 'Deployment: connect ECONNREFUSED 10.10.0.1:443',
        },
      ],
    }),
    answer(entityOf('starting'), [], {
      ...{ health: 'Unknown', partial: true },
      clusters: [
        {
          ...EU,
          condition: 'Starting',
          message: 'Deployment, Pod and 9 others have not been read yet',
        },
      ],
    }),
    answer(entityOf('no-cluster'), [], {
      ...{ health: 'Unknown', partial: true, clusters: [] },
    }),
    answer(
      entityOf('other-cluster', {
        annotations: {
          'backstage.io/kubernetes-id': 'other-cluster',
          'backstage.io/kubernetes-cluster': 'ap-south',
        },
      }),
      [],
      { ...{ health: 'Unknown', partial: true }, clusters: [] },
    ),
    answer(
      entityOf('not-deployed', {
        annotations: {
          'backstage.io/kubernetes-id': 'not-deployed',
          'backstage.io/kubernetes-namespace': 'not-deployed-dev',
          'backstage.io/source-location':
            'url:https://git.example.com/platform/assistant/src/branch/main/',
        },
        lifecycle: 'experimental',
      }),
      [],
      { health: 'Missing' },
    ),
    answer(entityOf('retired', { lifecycle: 'deprecated' }), [], {
      health: 'Missing',
    }),
    {
      entity: entityOf('forbidden'),
      status: {
        ...{ statusCode: 403, name: 'NotAllowedError' },
        message: 'You may not read the status of component:default/forbidden',
      },
    },
    {
      entity: entityOf('backend-down'),
      status: {
        ...{ statusCode: 503, name: 'ServiceUnavailableError' },
        message: 'Plugin alexandria is not ready',
      },
    },
    {
      entity: entityOf('unannotated', { annotations: {} }),
      status: {
        ...{ statusCode: 400, name: 'InputError' },
        message:
          'component:default/unannotated does not say which Deployments are its own. Give it the annotation backstage.io/kubernetes-id, or backstage.io/kubernetes-label-selector with a label selector',
      },
    },
    { entity: entityOf('loading'), status: 'never' },
  ];
}

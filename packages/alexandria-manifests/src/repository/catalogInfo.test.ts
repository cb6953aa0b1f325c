import { parseAllDocuments } from 'yaml';
import { catalogInfo } from './catalogInfo';
import { complete, instanceOf, minimal } from './__testUtils__/instances';
import { planRepository } from './RepositoryPlan';

const entities = (input: typeof minimal) =>
  parseAllDocuments(catalogInfo(planRepository(instanceOf(input))).content).map(
    document => document.toJS(),
  );

describe('catalogInfo', () => {
  it('is one component for a development instance', () => {
    expect(entities(minimal)).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'assistant',
          description: 'Alexandria EE, assistant',
          annotations: {
            'backstage.io/kubernetes-id': 'assistant',
            'backstage.io/kubernetes-namespace': 'assistant-dev',
            'backstage.io/techdocs-ref': 'dir:.',
          },
          tags: ['alexandria'],
        },
        spec: {
          type: 'service',
          lifecycle: 'experimental',
          owner: 'group:default/payments',
        },
      },
    ]);
  });

  it('has its addresses, its system and its database', () => {
    const [component, database] = entities(complete);
    expect(
      component.metadata.links.map((link: { url: string }) => link.url),
    ).toEqual(['https://staging.acme.io', 'https://assistant.acme.io']);
    expect(component.spec).toMatchObject({
      lifecycle: 'production',
      system: 'payments',
      dependsOn: ['resource:default/assistant-database'],
    });
    expect(component.metadata.annotations).not.toHaveProperty([
      'backstage.io/kubernetes-namespace',
    ]);
    expect(database).toMatchObject({
      kind: 'Resource',
      metadata: { name: 'assistant-database' },
      spec: { type: 'database', system: 'payments' },
    });
  });
});

import { mockApis } from '@backstage/frontend-test-utils';
import { deployment } from '../__fixtures__/deployments';
import { entityOf } from '../__fixtures__/entities';
import { Moment } from '../__fixtures__/Moment';
import { instanceLinks } from './instanceLinks';

const at = new Moment(new Date('2026-03-02T03:04:05Z'));

const linksOf = (
  links: { title: string; url: string; kind?: string; annotation?: string }[],
  annotations: Record<string, string> = {},
  more = {},
) =>
  instanceLinks(
    mockApis.config({ data: { alexandria: { links } } }),
    entityOf('assistant', { annotations }),
    deployment(at, 'prod', more),
  );

describe('instanceLinks', () => {
  it('fills in what is known of the Deployment', () => {
    expect(
      linksOf([
        {
          title: 'All',
          url: 'https://a/{{ entity }}/{{ environment }}/{{ cluster }}/{{ namespace }}/{{ name }}',
        },
      ]),
    ).toEqual([
      {
        kind: 'other',
        title: 'All',
        url: 'https://a/assistant/prod/eu-west/assistant-prod/alexandria',
      },
    ]);
  });

  it('leaves out a link that needs what is not known', () => {
    expect(
      linksOf(
        [{ title: 'A', url: 'https://a/{{ environment }}' }],
        {},
        {
          environment: undefined,
        },
      ),
    ).toEqual([]);
  });

  it('links only entities that have the annotation, with its value', () => {
    const argo = {
      title: 'Argo CD',
      kind: 'gitops',
      annotation: 'argocd/app-name',
      url: 'https://argocd.example.com/applications/{{ annotation }}',
    };
    expect(linksOf([argo])).toEqual([]);
    expect(linksOf([argo], { 'argocd/app-name': 'x' })).toEqual([
      {
        kind: 'gitops',
        title: 'Argo CD',
        url: 'https://argocd.example.com/applications/x',
      },
    ]);
  });

  it('has the links of the entity first', () => {
    expect(
      linksOf([{ title: 'A', url: 'https://a', kind: 'unheard-of' }], {
        'alexandriaproject.io/logs-url': 'https://logs/{{ namespace }}',
        'alexandriaproject.io/dashboard-url': ['javascript', 'alert(1)'].join(
          ':',
        ),
      }),
    ).toEqual([
      { kind: 'logs', url: 'https://logs/assistant-prod' },
      { kind: 'other', title: 'A', url: 'https://a' },
    ]);
  });
});

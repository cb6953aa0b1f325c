import { labels, podLabels, selectorLabels } from './labels';
import { contextOf } from './__testUtils__/contextOf';

const { values, release } = contextOf({
  backstage: { entityName: 'library-portal' },
  commonLabels: { team: 'library', tier: 'all' },
  podLabels: { tier: '', zone: 'a' },
});

const selected = {
  'app.kubernetes.io/name': 'alexandria-ee',
  'app.kubernetes.io/instance': 'alexandria',
  'app.kubernetes.io/component': 'server',
};

describe('labels', () => {
  it('select pods by three of them alone', () => {
    expect(selectorLabels(release)).toEqual(selected);
  });

  it('of another component are selected by nothing of the server', () => {
    expect(selectorLabels(release, 'test')).not.toMatchObject(selected);
  });

  it('of an object say what it is part of, and its version', () => {
    expect(labels(values, release)).toEqual({
      ...selected,
      'app.kubernetes.io/part-of': 'alexandria',
      'app.kubernetes.io/managed-by': 'kustomize',
      'app.kubernetes.io/version': 'latest',
      'backstage.io/kubernetes-id': 'library-portal',
      team: 'library',
      tier: 'all',
    });
  });

  it('of the pod have nothing that changes with the chart, and end with podLabels', () => {
    expect(podLabels(values, release)).toEqual({
      ...selected,
      'app.kubernetes.io/part-of': 'alexandria',
      'backstage.io/kubernetes-id': 'library-portal',
      team: 'library',
      tier: '',
      zone: 'a',
    });
  });

  it('of a hook’s pod leave podLabels to the server', () => {
    expect(podLabels(values, release, 'saml-cert')).toMatchObject({
      'app.kubernetes.io/component': 'saml-cert',
      tier: 'all',
    });
    expect(podLabels(values, release, 'saml-cert')).not.toHaveProperty('zone');
  });

  it('name no entity where there is none', () => {
    const plain = contextOf();
    expect(labels(plain.values, release)).not.toHaveProperty(
      'backstage.io/kubernetes-id',
    );
  });
});

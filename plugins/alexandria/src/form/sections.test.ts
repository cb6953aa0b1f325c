import { isUpTo, sectionIds, sectionOf } from './sections';

describe('sectionOf', () => {
  it.each([
    ['name', 'identity'],
    ['owner', 'identity'],
    ['', 'identity'],
    ['environments', 'environments'],
    ['environments[0]', 'environments'],
    ['environments[12].host', 'environments'],
    ['environments[0].storage.size', 'sizing'],
    ['environments[0].replicas', 'sizing'],
    ['environments[0].imageTag', 'images'],
    ['environments[0].imageDigests.api', 'images'],
    ['images.registry', 'images'],
    ['access.providers[0].issuer', 'access'],
    ['llmBackends[0].url', 'llmBackends'],
    ['secrets.secretName', 'secrets'],
    ['observability.metrics', 'exposure'],
    ['exposure.gateway.name', 'exposure'],
    ['delivery.gitops', 'delivery'],
    ['repoUrl', 'delivery'],
  ])('%s is on %s', (path, section) => {
    expect(sectionOf(path)).toBe(section);
  });
});

describe('isUpTo', () => {
  it('orders the pages', () => {
    const last = sectionIds.filter(section => isUpTo(section, 'images'));
    expect(last).toEqual(['identity', 'environments', 'sizing', 'images']);
  });
});

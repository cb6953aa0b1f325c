import { targetOf, verbOf } from './ApiRequest';

const shown = (path: string) => {
  const target = targetOf(path);
  return (
    target && [
      target.resource.resource,
      target.namespace,
      target.name,
      target.subresource,
    ]
  );
};

describe('targetOf', () => {
  it.each([
    ['/api/v1/pods', ['pods']],
    ['/api/v1/namespaces/a/pods', ['pods', 'a']],
    ['/api/v1/namespaces/a/pods/b', ['pods', 'a', 'b']],
    ['/api/v1/namespaces/a/pods/b/status', ['pods', 'a', 'b', 'status']],
    [
      '/apis/apps/v1/namespaces/a/deployments/b/scale',
      ['deployments', 'a', 'b', 'scale'],
    ],
    ['/api/v1/namespaces', ['namespaces']],
    ['/api/v1/namespaces/a', ['namespaces', undefined, 'a']],
    ['/api/v1/namespaces/a/status', ['namespaces', undefined, 'a', 'status']],
    ['/api/v1/nodes/a', ['nodes', undefined, 'a']],
    ['/api/v1/namespaces/a/pods/b%20c', ['pods', 'a', 'b c']],
  ])('%s is %j', (path, target) => {
    const [resource, namespace, name, subresource] = target;
    expect(shown(path)).toEqual([resource, namespace, name, subresource]);
  });

  it.each([
    '/',
    '/version',
    '/api',
    '/api/v1',
    '/api/v1/nothings',
    '/api/v1/pods/a',
    '/api/v1/namespaces/a/nodes',
    '/api/v1/namespaces/a/pods/',
    '/api/v1/namespaces/a/pods/b/log',
    '/api/v1/namespaces/a/configmaps/b/status',
    '/api/v1/namespaces/a/pods/b/scale',
    '/apis/apps/v2/deployments',
    '/apis/other/v1/deployments',
  ])('%s is nothing', path => {
    expect(targetOf(path)).toBeUndefined();
  });
});

describe('verbOf', () => {
  const all = '/api/v1/pods';
  const one = '/api/v1/namespaces/a/pods/b';
  it.each([
    ['GET', all, '', 'list'],
    ['GET', all, 'watch=true', 'watch'],
    ['GET', all, 'watch=1', 'watch'],
    ['GET', all, 'watch=false', 'list'],
    ['GET', one, '', 'get'],
    ['GET', one, 'watch=true', undefined],
    ['POST', all, '', 'create'],
    ['POST', one, '', undefined],
    ['PUT', one, '', 'update'],
    ['PUT', all, '', undefined],
    ['PATCH', one, '', 'patch'],
    ['DELETE', one, '', 'delete'],
    ['DELETE', all, '', 'deletecollection'],
    ['OPTIONS', all, '', undefined],
  ])('%s %s?%s is %s', (method, path, query, verb) => {
    expect(verbOf(method, targetOf(path)!, new URLSearchParams(query))).toBe(
      verb,
    );
  });
});

import { ApiError } from '../objects/ApiError';
import { resourceOfKind } from '../objects/resources';
import { fieldSelector, labelSelector } from './selectors';
import { StoredObject } from './StoredObject';

const pod = StoredObject.of(
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'web-1',
      namespace: 'library',
      labels: { app: 'web', 'example.com/tier': 'front' },
    },
    spec: { nodeName: 'north-1' },
    status: { phase: 'Running' },
  },
  1,
);

describe('labelSelector', () => {
  it.each([
    [null, true],
    ['', true],
    ['app=web', true],
    ['app==web', true],
    ['app=other', false],
    ['app!=web', false],
    ['absent!=web', true],
    ['app', true],
    ['!app', false],
    ['!absent', true],
    ['app in (a, web)', true],
    ['app notin (a,b)', true],
    ['absent notin (a)', true],
    ['app in (a,b),example.com/tier=front', false],
    ['app=web, example.com/tier in (front,back)', true],
  ])('%j selects: %j', (text, isSelected) => {
    expect(labelSelector(text)(pod)).toBe(isSelected);
  });

  it.each(['a b', '=a', 'a in', 'a in (', 'a=b=c', '!a=b', 'a=é'])(
    'refuses %j',
    text => {
      expect(() => labelSelector(text)).toThrow(ApiError);
    },
  );
});

describe('fieldSelector', () => {
  const pods = resourceOfKind('Pod');
  it.each([
    [null, true],
    ['metadata.name=web-1', true],
    ['metadata.name!=web-1', false],
    ['metadata.namespace==library', true],
    ['spec.nodeName=north-1,status.phase=Running', true],
    ['status.phase!=Running', false],
    ['spec.serviceAccountName=', true],
  ])('%j selects: %j', (text, isSelected) => {
    expect(fieldSelector(text, pods)(pod)).toBe(isSelected);
  });

  it.each(['metadata.labels=a', 'name'])('refuses %j', text => {
    expect(() => fieldSelector(text, pods)).toThrow(ApiError);
  });
});

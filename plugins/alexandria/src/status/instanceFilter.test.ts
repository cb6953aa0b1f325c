import { createExtensionTester } from '@backstage/frontend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { alexandriaHealthCard } from './alexandriaHealthCard';
import { alexandriaInstanceContent } from './alexandriaInstanceContent';
import { isInstance } from './instanceFilter';

const entity = (kind: string, tags?: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'a', ...(tags ? { tags } : {}) },
});

describe.each([
  ['on the old frontend system', isInstance],
  [
    'of the card',
    createExtensionTester(alexandriaHealthCard).get(
      EntityCardBlueprint.dataRefs.filterFunction,
    )!,
  ],
  [
    'of the page',
    createExtensionTester(alexandriaInstanceContent).get(
      EntityContentBlueprint.dataRefs.filterFunction,
    )!,
  ],
])('the filter %s', (_name, filter) => {
  it.each([
    [entity('Component', ['alexandria']), true],
    [entity('Component', ['go', 'alexandria']), true],
    [entity('Component', ['alexandria-docs']), false],
    [entity('Component', []), false],
    [entity('Component'), false],
    [entity('Resource', ['alexandria']), false],
  ])('of %j is %s', (of, isTaken) => {
    expect(filter(of)).toBe(isTaken);
  });
});

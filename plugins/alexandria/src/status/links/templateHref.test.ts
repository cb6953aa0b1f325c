import { entityOf } from '../__fixtures__/entities';
import { templateHref } from './templateHref';

const route = (template: { namespace: string; templateName: string }) =>
  `/create/templates/${template.namespace}/${template.templateName}`;

describe('templateHref', () => {
  it.each(['change', 'retire'] as const)(
    'leads to the form with the instance filled in: %s',
    kind => {
      const url = new URL(
        templateHref(route, entityOf('healthy'), kind)!,
        'http://localhost',
      );
      expect(url.pathname).toBe(
        `/create/templates/default/${kind}-alexandria-instance`,
      );
      expect(JSON.parse(url.searchParams.get('formData')!)).toEqual({
        entityRef: 'component:default/healthy',
      });
    },
  );

  it('is nothing where the portal has no forms', () => {
    expect(templateHref(undefined, entityOf('healthy'), 'change')).toBe(
      undefined,
    );
  });

  it('is nothing for what nobody has registered', () => {
    const entity = entityOf('healthy');
    const discovered = {
      ...entity,
      metadata: { ...entity.metadata, tags: ['alexandria', 'discovered'] },
    };
    expect(templateHref(route, discovered, 'change')).toBe(undefined);
  });
});

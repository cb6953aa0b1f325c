import MarkdownIt from 'markdown-it';
import { complete } from '../../repository/__testUtils__/instances';
import { edited, planOf, repositoryOf } from '../__testUtils__/repository';
import { describePlan } from './describePlan';

const [dev, staging, prod] = complete.environments;
const files = repositoryOf(complete);
const upgraded = {
  ...complete,
  environments: [dev, staging, { ...prod, imageTag: 'v1.1.0' }],
};

describe('describePlan', () => {
  it('tells what changes, restarts and is to be done', () => {
    const text = describePlan(planOf(files, upgraded));
    expect(text).toMatch(
      /`prod` \(`assistant` in `production`\) changes: 1 object/,
    );
    expect(text).toMatch(/`dev` .* stays as it is/);
    expect(text).toMatch(
      /## What restarts\n\n- `prod`: Deployment `alexandria`/,
    );
    expect(text).toContain(
      '| `prod` | Deployment `alexandria` | `spec.template.spec.containers[name=api].image` |',
    );
  });

  it('says so where nothing changes', () => {
    const text = describePlan(planOf(files, complete));
    expect(text).toContain('Nothing changes in any cluster.');
    expect(text).toMatch(/## What restarts\n\nNothing\./);
  });

  it('tells how conflicts were decided', () => {
    const hand = edited(files, 'values-prod.yaml', text =>
      text.replaceAll('tag: v1.0.0', 'tag: v1.0.9'),
    );
    const text = describePlan(
      planOf(hand, upgraded, [
        { path: 'values-prod.yaml', field: 'image.api.tag', take: 'theirs' },
        {
          path: 'values-prod.yaml',
          field: 'image.dashboard.tag',
          take: 'ours',
        },
      ]),
    );
    expect(text).toMatch(/image\.api\.tag`: kept/);
    expect(text).toMatch(/image\.dashboard\.tag`: taken/);
    expect(text).toMatch(/image\.orchestrator\.tag`: \*\*not decided\*\*/);
  });

  it('fits into a pull request, however much there is', () => {
    const environments = Array.from({ length: 45 }, (_, index) => ({
      name: `qa-${index}`,
      stage: 'development' as const,
    }));
    const text = describePlan(
      planOf(files, {
        ...complete,
        environments: [dev, staging, prod, ...environments],
      }),
    );
    expect(text.length).toBeGreaterThan(30_000);
    expect(text.length).toBeLessThan(65_536);
  });

  it('is Markdown in which every table holds', () => {
    const html = new MarkdownIt().render(
      describePlan(
        planOf(files, {
          ...complete,
          environments: [
            { ...dev, size: 'large' },
            prod,
            { name: 'qa', stage: 'development' },
          ],
        }),
      ),
    );
    expect(html.match(/<table>/g)).toHaveLength(2);
    expect(html).not.toMatch(/<p>\|/);
  });
});

import { Health, healthSchema, worstHealth } from './health';

describe('worstHealth', () => {
  it.each<[Health[], Health]>([
    [[], 'Healthy'],
    [['Healthy', 'Suspended'], 'Suspended'],
    [['Suspended', 'Progressing'], 'Progressing'],
    [['Missing', 'Progressing'], 'Missing'],
    [['Unknown', 'Missing', 'Healthy'], 'Unknown'],
    [['Unknown', 'Degraded'], 'Degraded'],
  ])('of %j is %s', (healths, worst) => {
    expect(worstHealth(healths)).toBe(worst);
    expect(worstHealth([...healths].reverse())).toBe(worst);
  });

  it.each(healthSchema.options)('of %s alone is %s', health => {
    expect(worstHealth([health])).toBe(health);
  });
});

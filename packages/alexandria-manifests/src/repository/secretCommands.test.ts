import { complete, instanceOf, minimal } from './__testUtils__/instances';
import { neededSecrets } from './neededSecrets';
import { planRepository } from './RepositoryPlan';
import { secretCommands } from './secretCommands';

function planOf(input: typeof minimal) {
  const plan = planRepository(instanceOf(input));
  return { plan, top: plan.top };
}

describe('neededSecrets', () => {
  it('are those that the pods would not start without', () => {
    const { plan, top } = planOf(complete);
    expect(
      neededSecrets(plan, top).map(secret => [
        secret.name,
        secret.kind === 'generic'
          ? secret.keys.map(({ key }) => key)
          : secret.kind,
      ]),
    ).toEqual([
      ['alexandria-auth', ['jwt-secret', 'admin-password']],
      ['alexandria-database', ['database-url']],
      ['alexandria-oidc', ['oidc-okta-client-secret']],
      ['alexandria-llm', ['claude-api-key']],
      ['alexandria-saml', 'tls'],
      ['alexandria-tls', 'tls'],
      ['regcred', 'registry'],
    ]);
  });

  it('leave to External Secrets what that brings', () => {
    const { plan, top } = planOf({
      ...complete,
      secrets: { source: 'externalSecrets' },
    });
    expect(neededSecrets(plan, top).map(({ name }) => name)).toEqual([
      'alexandria-saml',
      'alexandria-tls',
      'regcred',
    ]);
  });

  it('have no certificate where cert-manager makes it', () => {
    const { plan, top } = planOf({
      ...complete,
      exposure: { kind: 'ingress', clusterIssuer: 'letsencrypt' },
    });
    expect(neededSecrets(plan, top).map(({ name }) => name)).not.toContain(
      'alexandria-tls',
    );
  });
});

describe('secretCommands', () => {
  it('make what nobody has to know, in the namespace', () => {
    const { plan, top } = planOf(minimal);
    expect(secretCommands(plan, top).join('\n')).toBe(
      [
        '# alexandria-auth: signs sessions, and lets the first administrator in',
        'kubectl create secret generic alexandria-auth \\',
        '  --namespace assistant-dev \\',
        '  --from-literal=jwt-secret="$(openssl rand -base64 32)" \\',
        '  --from-literal=admin-password="$(openssl rand -base64 32)"',
      ].join('\n'),
    );
  });

  it('ask for the rest, and forget it', () => {
    const { plan, top } = planOf(complete);
    const lines = secretCommands(plan, top);
    for (const name of [
      'DATABASE_URL',
      'OIDC_OKTA_CLIENT_SECRET',
      'CLAUDE_API_KEY',
    ]) {
      expect(lines.join('\n')).toContain(`read -rs ${name};`);
      expect(lines).toContain(`unset ${name}`);
    }
  });

  it('leave the certificate alone that the team brings', () => {
    const { plan, top } = planOf(complete);
    const lines = secretCommands(plan, top).join('\n');
    expect(lines).toContain('--cert=tls.crt --key=tls.key');
    expect(lines).toContain('-keyout self-signed.key -out self-signed.crt');
    expect(lines).toContain('rm self-signed.key self-signed.crt');
    expect(lines).not.toMatch(/(rm|-keyout|-out) .*\btls\./);
  });
});

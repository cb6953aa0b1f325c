import { complete, instanceOf, minimal } from './__testUtils__/instances';
import { nextSteps } from './nextSteps';

describe('nextSteps', () => {
  it('clones, creates the secrets and installs the lowest environment', () => {
    const steps = nextSteps(
      instanceOf({ ...minimal, repoUrl: 'github.com?owner=acme&repo=a' }),
    );
    const order = [
      'git clone https://github.com/acme/a.git',
      'kubectl create namespace assistant-dev',
      'kubectl create secret generic alexandria-auth',
      'helm upgrade --install alexandria k8s/helm/alexandria-ee',
    ].map(command => steps.indexOf(command));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('hands over to the GitOps tool', () => {
    const steps = nextSteps(instanceOf(complete));
    expect(steps).toContain('kubectl apply -f gitops/argocd/dev.yaml');
    expect(steps).not.toContain('helm upgrade');
  });

  it('works without a repository', () => {
    expect(nextSteps(instanceOf(minimal))).not.toContain('git clone');
  });
});

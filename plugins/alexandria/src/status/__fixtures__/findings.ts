import type {
  Evidence,
  Finding,
} from '@alexandriaproject/backstage-plugin-alexandria-common';

const DEPLOY_OR =
  'Deploy what git has, with Helm, Kustomize or a sync of the GitOps tool. Is what runs right, set the same in values-prod.yaml';

/** Findings in the words of the evaluator, about an instance in one namespace. */
export function findingsIn(namespace: string) {
  const about = (
    kind: string,
    name: string,
    finding: Omit<Finding, 'object' | 'docs' | 'evidence'> & {
      evidence?: Evidence;
    },
  ): Finding => ({
    ...{ object: { kind, namespace, name }, evidence: {} },
    docs: `docs/findings/${finding.code}.md`,
    ...finding,
  });
  return {
    secretMissing: about('Secret', 'alexandria-auth', {
      ...{ code: 'SecretMissing', severity: 'critical' },
      title: 'Secret alexandria-auth is not there',
      cause:
        'Container api of pod alexandria-6c9f7d5b8-x2x7k waits with CreateContainerConfigError: secret "alexandria-auth" not found. For users: no login and no API.',
      evidence: {
        ...{ container: 'api', reason: 'CreateContainerConfigError' },
        message: 'secret "alexandria-auth" not found',
      },
      remedy: `kubectl create secret generic alexandria-auth --from-file=jwt-secret=FILE --from-file=admin-password=FILE -n ${namespace}`,
    }),
    crashLooping: about('Pod', 'alexandria-6c9f7d5b8-x2x7k', {
      ...{ code: 'ContainerCrashLooping', severity: 'critical' },
      title: 'orchestrator crashes again and again',
      cause:
        'Container orchestrator of pod alexandria-6c9f7d5b8-x2x7k ended with exit code 42 and was restarted 7 times: the model folder is locked. Other replicas serve.',
      evidence: {
        ...{ container: 'orchestrator', reason: 'CrashLoopBackOff' },
        ...{ message: 'the model folder is locked', exitCode: 42 },
      },
      remedy: `kubectl logs alexandria-6c9f7d5b8-x2x7k -c orchestrator --previous -n ${namespace}`,
    }),
    noEndpoints: about('Service', 'alexandria', {
      ...{ code: 'ServiceWithoutEndpoints', severity: 'critical' },
      title: 'Service alexandria has no endpoint that is ready',
      cause:
        'Its EndpointSlices name no address that is ready, so nobody gets an answer from it.',
      evidence: { reason: 'NoReadyEndpoints' },
      remedy: `kubectl get endpointslices -l kubernetes.io/service-name=alexandria -n ${namespace}; compare the selector and the ports with those of the pods`,
    }),
    rolloutInProgress: about('Deployment', 'alexandria', {
      ...{ code: 'RolloutInProgress', severity: 'info' },
      title: '1 of 3 replicas are updated and available',
      cause: 'The rollout of revision 13 has been going on for 40 s.',
      remedy: `Nothing yet; follow it with: kubectl rollout status deployment/alexandria -n ${namespace}`,
    }),
    rolloutPaused: about('Deployment', 'alexandria', {
      ...{ code: 'RolloutPaused', severity: 'info' },
      title: 'The rollout of alexandria is paused',
      cause:
        'spec.paused is true: pods go on as they are, and changes of the template wait.',
      remedy: `kubectl rollout resume deployment/alexandria -n ${namespace}`,
    }),
    scaledToZero: about('Deployment', 'alexandria', {
      ...{ code: 'ScaledToZero', severity: 'info' },
      title: 'No replica is wanted',
      cause: 'spec.replicas is 0.',
      remedy: `kubectl scale deployment/alexandria --replicas=1 -n ${namespace}, and set replicaCount in the values so that it stays`,
    }),
    deploymentMissing: about('Deployment', 'alexandria', {
      ...{ code: 'DeploymentMissing', severity: 'critical' },
      title: `Deployment alexandria is not in namespace ${namespace}`,
      cause: `The Deployments of namespace ${namespace} were read, and none is called alexandria.`,
      remedy: `kubectl get deployments -n ${namespace}; apply the manifests of the instance again if it is gone`,
    }),
    podsUnreadable: about('Deployment', 'alexandria', {
      ...{ code: 'KindUnreadable', severity: 'warning' },
      title: 'Objects of kind Pod are out of date',
      cause: `Objects of kind Pod in ${namespace} are out of date: connect ETIMEDOUT 10.20.0.1:443. What is shown is 14 min old.`,
      evidence: { reason: 'stale', message: 'connect ETIMEDOUT 10.20.0.1:443' },
      remedy: 'Check that the API server can be reached from here',
    }),
    saturated: about('HorizontalPodAutoscaler', 'alexandria', {
      ...{ code: 'AutoscalerSaturated', severity: 'warning' },
      title:
        'The autoscaler is at its maximum of 8 and the target is still exceeded',
      cause:
        'Condition ScalingLimited is True, TooManyReplicas: the desired replica count is more than the maximum replica count. cpu is at 93% of 70%.',
      evidence: { condition: 'ScalingLimited', reason: 'TooManyReplicas' },
      remedy:
        'Raise autoscaling.maxReplicas, or resources.* so that a replica does more, in the values',
    }),
    rotatedNotRolled: about('Secret', 'alexandria-llm', {
      ...{ code: 'SecretRotatedNotRolled', severity: 'warning' },
      title: 'Secret alexandria-llm changed after the pods started',
      cause:
        'It was written 3 h ago and the oldest container that uses it started 6 d ago, so that one still has the old value.',
      remedy: `kubectl rollout restart deployment/alexandria -n ${namespace}`,
    }),
    certificateExpiring: about('Certificate', 'alexandria-tls', {
      ...{ code: 'CertificateExpiring', severity: 'warning' },
      title: 'The certificate in secret alexandria-tls ends in 5 d',
      cause: 'notAfter is near, and it has not been renewed.',
      evidence: { reason: 'Expiring' },
      remedy: `kubectl describe certificate alexandria-tls -n ${namespace}; with cert-manager's own command: cmctl renew alexandria-tls -n ${namespace}`,
    }),
    serviceDrift: about('Service', 'alexandria', {
      ...{ code: 'FieldDrift', severity: 'warning' },
      title:
        'Service alexandria differs from what the values ask for in one field',
      cause:
        'spec.type is NodePort instead of ClusterIP, last written by kubectl-patch (Update).',
      remedy: DEPLOY_OR,
    }),
    deploymentDrift: about('Deployment', 'alexandria', {
      ...{ code: 'FieldDrift', severity: 'warning' },
      title:
        'Deployment alexandria differs from what the values ask for in 2 fields',
      cause:
        'spec.template.spec.containers[name=api].env[name=HTTPS_PROXY] was added, last written by kubectl-edit (Update); spec.template.spec.terminationGracePeriodSeconds is gone.',
      remedy: DEPLOY_OR,
    }),
  };
}

import type { GeneratedFile } from '../GeneratedFile';
import { RELEASE } from './commands';
import { word } from './markdown';
import { paths } from './paths';
import type { PlannedEnvironment, RepositoryPlan } from './RepositoryPlan';

const head = `#!/usr/bin/env bash
# Checks this repository as its validation workflow does. Needs helm and kubectl, and no cluster.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
check() {
  local what=$1
  shift
  if "$@" > "$scratch/log" 2>&1; then
    echo "ok      $what"
  else
    echo "FAILED  $what"
    sed 's/^/        /' "$scratch/log"
    failed=1
  fi
}`;

/**
 * Kustomize itself brings both into one order and spelling. What only Helm writes is taken out; what the team has put into
 * patches/ is meant to differ, and left out.
 */
const drift = `
# Whether the chart with the values of an environment still says what its overlay says.
same_objects() {
  local environment=$1 namespace=$2
  rm -rf "$scratch/k8s" "$scratch/helm" "$scratch/overlay"
  mkdir -p "$scratch/helm" "$scratch/overlay"
  cp -R k8s "$scratch/k8s"
  cat > "$scratch/k8s/overlays/$environment/patches/kustomization.yaml" <<'YAML'
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
generatorOptions: { disableNameSuffixHash: true }
YAML
  helm template ${RELEASE} ${paths.chart} --namespace "$namespace" --values "values-$environment.yaml" \\
    --no-hooks --skip-tests > "$scratch/helm/rendered.yaml" || return 1
  cat > "$scratch/helm/kustomization.yaml" <<'YAML'
resources: [rendered.yaml]
sortOptions: { order: legacy }
patches:
  - target: { kind: .* }
    patch: |
      - { op: remove, path: /metadata/labels/helm.sh~1chart }
      - { op: replace, path: /metadata/labels/app.kubernetes.io~1managed-by, value: kustomize }
YAML
  cat > "$scratch/overlay/kustomization.yaml" <<YAML
resources: [../k8s/overlays/$environment]
sortOptions: { order: legacy }
YAML
  kubectl kustomize "$scratch/helm" > "$scratch/from-helm.yaml" || return 1
  kubectl kustomize "$scratch/overlay" > "$scratch/from-overlay.yaml" || return 1
  diff -u "$scratch/from-helm.yaml" "$scratch/from-overlay.yaml" && return 0
  echo
  echo "The lines with - are what the chart gives with values-$environment.yaml, those with + what k8s/overlays/$environment gives."
  echo "Change both alike, or have the template write them again. What only the overlay should say belongs into k8s/overlays/$environment/patches/."
  return 1
}`;

function checks(
  { hasHelm, hasKustomize }: RepositoryPlan,
  { name, namespace }: PlannedEnvironment,
): string[] {
  const values = word(paths.values(name));
  const helm = `${paths.chart} --namespace ${word(
    namespace,
  )} --values ${values}`;
  return [
    ...(hasHelm
      ? [
          `check ${word(`${name}: helm lint`)} helm lint --strict ${helm}`,
          `check ${word(
            `${name}: helm template`,
          )} helm template ${RELEASE} ${helm}`,
        ]
      : []),
    ...(hasKustomize
      ? [
          `check ${word(
            `${name}: kubectl kustomize`,
          )} kubectl kustomize ${paths.overlay(name)}`,
        ]
      : []),
    ...(hasHelm && hasKustomize
      ? [
          `check ${word(
            `${name}: chart and overlay agree`,
          )} same_objects ${name} ${namespace}`,
        ]
      : []),
  ];
}

/** What the workflow runs, and a person can: lint, schema, guards, build and drift of every environment. */
export function validateScript(plan: RepositoryPlan): GeneratedFile {
  return {
    path: paths.validate,
    content: [
      head,
      ...(plan.hasHelm && plan.hasKustomize ? [drift] : []),
      '',
      ...plan.environments.flatMap(environment => checks(plan, environment)),
      'exit "$failed"',
      '',
    ].join('\n'),
  };
}

import {
  evaluateChecklist,
  formatIssue,
  releaseForEnvironment,
  renderObjects,
  resolveValues,
  valuesForEnvironment,
  writeYaml,
  writeYamlDocuments,
} from '@alexandriaproject/alexandria-manifests';
import type {
  ChecklistItem,
  Environment,
  Instance,
} from '@alexandriaproject/alexandria-manifests';
import { once } from './once';

/** One Kubernetes object of an environment. */
export interface ObjectPreview {
  /** `Kind/name`: unique within an environment. */
  id: string;
  kind: string;
  name: string;
  yaml(): string;
}

/** What will be generated for one environment. Text is written when it is asked for, and once. */
export interface EnvironmentPreview {
  name: string;
  stage: Environment['stage'];
  namespace: string;
  /** YAML of the values that differ from the chart's defaults. */
  values(): string;
  /** What the chart renders, hooks included, in Helm's install order. */
  objects(): ObjectPreview[];
  /** All objects as YAML documents. */
  manifests(): string;
  checklist(): ChecklistItem[];
  /** Equal for two previews of the same content. */
  fingerprint: string;
}

/**
 * The preview of one environment of checked answers.
 *
 * @param before - what was shown of the environment until now; returned as it is when nothing in it would change
 * @throws RangeError when the instance has no environment of that name
 */
export function environmentPreview(
  instance: Instance,
  name: string,
  before?: EnvironmentPreview,
): EnvironmentPreview {
  const release = releaseForEnvironment(instance, name);
  const given = valuesForEnvironment(instance, name);
  const stage = instance.environments.find(each => each.name === name)!.stage;
  const fingerprint = JSON.stringify([name, stage, release, given]);
  if (before?.fingerprint === fingerprint) {
    return before;
  }
  const values = once(() => {
    const resolved = resolveValues([given], release);
    if (!resolved.ok) {
      throw new RangeError(
        `environment ${name}: ${resolved.issues.map(formatIssue).join('; ')}`,
      );
    }
    return resolved.value;
  });
  const objects = once(() => renderObjects(values(), release, { hooks: true }));
  return {
    name,
    stage,
    namespace: release.namespace,
    fingerprint,
    values: once(() => writeYaml(given)),
    objects: once(() =>
      objects().map(object => ({
        id: `${object.kind}/${object.metadata.name}`,
        kind: object.kind,
        name: object.metadata.name,
        yaml: once(() => writeYaml(object)),
      })),
    ),
    manifests: once(() => writeYamlDocuments(objects())),
    checklist: once(() => evaluateChecklist(values(), release)),
  };
}

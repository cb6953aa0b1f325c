import { parseAllDocuments, ScalarTag, Tags, visit } from 'yaml';
import { isMap } from '../../values/mergeValues';

export type Manifest = Record<string, unknown>;

/** Who applies it, and the chart it comes from: what Helm and Kustomize say differently. */
const OWN_LABELS = ['app.kubernetes.io/managed-by', 'helm.sh/chart'];

/** Go reads an exponent only after a digit. */
const GO_EXPONENT = /^[-+]?([0-9]|\.[0-9])[0-9_.]*[eE][-+]?[0-9]+$/;

/** Go wants a digit on either side of a dot, and takes no underscore behind a dot that comes first. */
const GO_FLOAT = /^([-+]?[0-9][0-9_]*\.[0-9_]*|[-+]\._*[0-9][0-9_]*|\.[0-9]+)$/;

/** Leaves text what Go does: Helm and kubectl write `e3`, `._` and, because it overflows, `1e400` bare. */
function goFloats(tags: Tags): Tags {
  return tags.map((tag): Tags[number] => {
    if (typeof tag !== 'object' || tag.tag !== 'tag:yaml.org,2002:float') {
      return tag;
    }
    const scalar = tag as ScalarTag;
    if (scalar.format === 'EXP') {
      return {
        ...scalar,
        test: GO_EXPONENT,
        resolve: text => (Number.isFinite(Number(text)) ? Number(text) : text),
      };
    }
    // The one other than those of base 60 and of infinity.
    return scalar.test?.test('0.5') ? { ...scalar, test: GO_FLOAT } : tag;
  });
}

/** The documents of Helm's output, as YAML 1.1 reads them, which is how Helm and kubectl do. Empty ones are left out. */
export function parseManifests(text: string): Manifest[] {
  return [
    ...parseAllDocuments(text, {
      version: '1.1',
      uniqueKeys: true,
      customTags: goFloats,
    }),
  ].flatMap(document => {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) {
      throw problem;
    }
    visit(document, {
      Scalar(_, { value, source }) {
        // Kubernetes reads 2e+09 as no integer.
        if (Number.isInteger(value) && !/^-?[0-9]+$/.test(source ?? '')) {
          throw new Error(`the integer ${value} is written as ${source}`);
        }
      },
    });
    const value: unknown = document.toJS();
    if (value === null) {
      return [];
    }
    if (!isMap(value)) {
      throw new Error(`a document is no map: ${String(value)}`);
    }
    return [value];
  });
}

function metadataOf(manifest: Manifest): Manifest {
  return isMap(manifest.metadata) ? manifest.metadata : {};
}

export function isHook(manifest: Manifest): boolean {
  const { annotations } = metadataOf(manifest);
  return isMap(annotations) && 'helm.sh/hook' in annotations;
}

/** Objects by apiVersion, kind, namespace and name, without the labels that the two ways out say differently. */
export function byIdentity(
  manifests: readonly object[],
): Record<string, Manifest> {
  const objects: Record<string, Manifest> = {};
  for (const given of manifests) {
    const manifest: Manifest = { ...given };
    const metadata = metadataOf(manifest);
    const key = [
      manifest.apiVersion,
      manifest.kind,
      metadata.namespace,
      metadata.name,
    ].join(' ');
    if (key in objects) {
      throw new Error(`${key} is there twice`);
    }
    const labels = isMap(metadata.labels)
      ? Object.fromEntries(
          Object.entries(metadata.labels).filter(
            ([label]) => !OWN_LABELS.includes(label),
          ),
        )
      : metadata.labels;
    objects[key] = { ...manifest, metadata: { ...metadata, labels } };
  }
  return objects;
}

/** The paths at which a tree holds null or undefined. */
export function nothings(node: unknown, path = ''): string[] {
  if (node === null || node === undefined) {
    return [path];
  }
  return typeof node === 'object'
    ? Object.entries(node).flatMap(([key, value]) =>
        nothings(value, `${path}/${key}`),
      )
    : [];
}

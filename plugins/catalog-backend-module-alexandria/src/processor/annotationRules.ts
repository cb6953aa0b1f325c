import { kubernetesAnnotations } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { readLabelSelector } from '@alexandriaproject/backstage-plugin-alexandria-node';

/** What an annotation has to be. */
export interface AnnotationRule {
  annotation: string;
  isValid(value: string): boolean;
  /** Goes after "must be". */
  expected: string;
}

/** The value of a label: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
const LABEL_VALUE = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** The name of a namespace is a label of DNS (RFC 1123). */
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * What the annotations of an instance have to be.
 *
 * @param clusters - the names of all clusters of the portal; undefined when not all are known
 */
export const annotationRules = (
  clusters: readonly string[] | undefined,
): AnnotationRule[] => [
  {
    annotation: kubernetesAnnotations.id,
    isValid: value => LABEL_VALUE.test(value),
    expected:
      'the label backstage.io/kubernetes-id of its Deployments, 1 to 63 letters, digits and -_. with a letter or digit at both ends, for example payments',
  },
  {
    annotation: kubernetesAnnotations.labelSelector,
    isValid: value => readLabelSelector(value) !== undefined,
    expected:
      'a label selector as kubectl takes it, for example app.kubernetes.io/instance=payments,environment in (dev, prod)',
  },
  {
    annotation: kubernetesAnnotations.namespace,
    isValid: value => NAMESPACE.test(value),
    expected:
      'the name of a namespace, 1 to 63 small letters, digits and - with a letter or digit at both ends, for example payments-prod',
  },
  {
    annotation: kubernetesAnnotations.cluster,
    isValid: value => clusters?.includes(value) ?? value.trim() !== '',
    expected: clusters
      ? `the name of a cluster of kubernetes.clusterLocatorMethods, one of ${clusters.join(
          ', ',
        )}`
      : 'the name of a cluster of kubernetes.clusterLocatorMethods',
  },
];

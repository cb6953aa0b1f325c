import { kubernetesAnnotations } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Rendered } from '../drift/DriftReader';
import type { ExpectationReader } from '../expectations/ExpectationReader';
import type { ClusterExpectation } from '../expectations/KnownInstances';
import type { ClusterObjects } from './ClusterObjects';

const { id: ID } = kubernetesAnnotations;

/** What the repositories of instances ask of one cluster, beside the Deployments that are in it. */
export class ExpectedDeployments {
  readonly #cluster: string;
  readonly #expectations: ExpectationReader;
  readonly #objects: ClusterObjects;

  constructor(options: {
    cluster: string;
    expectations: ExpectationReader;
    objects: ClusterObjects;
  }) {
    this.#cluster = options.cluster;
    this.#expectations = options.expectations;
    this.#objects = options.objects;
  }

  /** What is asked for in a namespace: of Deployments that are the asking entity's, or that are not there. */
  of(namespace: string): ClusterExpectation[] {
    return this.#expectations
      .expected(this.#cluster, namespace)
      .filter(({ expectation, id, isRequired }) => {
        const labels = this.#objects.labelsOf(namespace, expectation.name);
        return labels === undefined ? isRequired : labels[ID] === id;
      });
  }

  /** What is to be compared object by object: of Deployments that are there. */
  *rendered(): Generator<Rendered> {
    const namespaces = new Set(
      this.#objects.deployments().map(({ namespace }) => namespace),
    );
    for (const namespace of namespaces) {
      for (const { expectation, rendered } of this.of(namespace)) {
        const { name } = expectation;
        if (this.#objects.labelsOf(namespace, name)) {
          yield { namespace, name, rendered };
        }
      }
    }
  }

  /** What an entity is to have here and has not: names of Deployments, by namespace. */
  missing(entityRef: string): Map<string, Set<string>> {
    const missing = new Map<string, Set<string>>();
    const required = this.#expectations.required(entityRef, this.#cluster);
    for (const { namespace, name } of required) {
      if (!this.#objects.labelsOf(namespace, name)) {
        const names = missing.get(namespace) ?? new Set();
        missing.set(namespace, names.add(name));
      }
    }
    return missing;
  }

  /** A Deployment of a namespace changed: it may have been deployed from a repository that changed before. */
  hasten(namespace: string) {
    this.#expectations.hasten(namespace);
  }
}

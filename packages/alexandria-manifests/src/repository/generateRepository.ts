import type { GeneratedFile } from '../GeneratedFile';
import type { Instance } from '../instance';
import { catalogInfo } from './catalogInfo';
import { chart } from './chart';
import { ci } from './ci';
import { codeowners } from './codeowners';
import * as docs from './docs';
import { gitops } from './gitops';
import { instanceFile } from './instanceFile';
import { kustomize } from './kustomize';
import { mkdocs } from './mkdocs';
import { readme } from './readme';
import { renovate } from './renovate';
import { planRepository, type RepositoryPlan } from './RepositoryPlan';
import { validateScript } from './validateScript';
import { values } from './values';

const byPath = (a: GeneratedFile, b: GeneratedFile) =>
  a.path < b.path ? -1 : 1;

/** What follows from the values, with their checks and their words: all but the values files, the chart and the record. */
export function derivedFiles(plan: RepositoryPlan): GeneratedFile[] {
  return [
    readme(plan),
    catalogInfo(plan),
    codeowners(plan),
    mkdocs(plan),
    renovate(plan),
    docs.overview(plan),
    docs.operations(plan),
    docs.secrets(plan),
    docs.productionChecklist(plan),
    validateScript(plan),
    ...(plan.hasKustomize ? kustomize(plan) : []),
    ...gitops(plan),
    ...ci(plan),
  ];
}

/** Every file, sorted by path. */
export function filesOf(plan: RepositoryPlan): GeneratedFile[] {
  const files = [
    ...derivedFiles(plan),
    ...(plan.hasHelm ? [...chart(), ...values(plan)] : []),
  ].sort(byPath);
  return [...files, instanceFile(plan, files)].sort(byPath);
}

/**
 * Every file of the repository of an instance, sorted by path: the same bytes for the same answers, and never a secret.
 *
 * @param instance - as parseInstance gives it
 * @throws RangeError for answers that parseInstance would have refused
 *
 * @public
 */
export function generateRepository(instance: Instance): GeneratedFile[] {
  return filesOf(planRepository(instance));
}

import type { HelmServer, LineAnswer } from '@alexandriaproject/test-rig';
import type { Corpus, ValuesCase } from '../corpus/Corpus';
import { renderChart } from '../corpus/renderChart';
import type { Verdict } from '../Mutant';
import { RecentFirst } from '../RecentFirst';
import type { Subject } from '../typescript/Subject';
import { ChartCopy } from './ChartCopy';
import type { TemplateMutant } from './mutateChart';
import { sameMeaning } from './sameMeaning';
import { Scope, scopeOf } from './scopes';

/** A scope of the chart twice: as it is, with what it answered, and to be changed. */
interface Pair {
  scope: Scope;
  original: ChartCopy;
  changed: ChartCopy;
  answers: Map<ValuesCase, LineAnswer>;
}

/** Asks one Helm about mutants. */
export class ChartJudge {
  private readonly recent = new RecentFirst<ValuesCase>();
  private readonly pairs = new Map<string, Pair>();

  /** @param templates - all of the chart's, by path within it */
  constructor(
    private readonly helm: HelmServer,
    private readonly subject: Subject,
    private readonly corpus: Corpus,
    private readonly chart: string,
    private readonly templates: readonly string[],
  ) {}

  /** undefined for a change after which the chart cannot be read, which is no mutant. */
  async verdict(mutant: TemplateMutant): Promise<Verdict | undefined> {
    const pair = this.pairFor(mutant.template);
    const { scope, changed } = pair;
    changed.write(mutant.template, mutant.content);
    try {
      const cases = scope.cases(this.corpus);
      for (const given of this.recent.order(mutant.file, cases)) {
        const answer = await renderChart(this.helm, changed.folder, given);
        if (!answer.ok && answer.error.includes('parse error at')) {
          return undefined;
        }
        const wanted = await this.wanted(pair, given);
        if (!sameMeaning(this.subject, given, answer, wanted)) {
          this.recent.noticed(mutant.file, given);
          return { mutant, killedBy: given.name };
        }
      }
      return { mutant, killedBy: undefined };
    } finally {
      changed.write(mutant.template, mutant.source);
    }
  }

  remove(): void {
    for (const { original, changed } of this.pairs.values()) {
      original.remove();
      changed.remove();
    }
  }

  private pairFor(template: string): Pair {
    const scope = scopeOf(template);
    const known = this.pairs.get(scope.name);
    if (known) {
      return known;
    }
    const pair = {
      scope,
      original: new ChartCopy(this.chart, this.templates, scope),
      changed: new ChartCopy(this.chart, this.templates, scope),
      answers: new Map<ValuesCase, LineAnswer>(),
    };
    this.pairs.set(scope.name, pair);
    return pair;
  }

  private async wanted(pair: Pair, given: ValuesCase): Promise<LineAnswer> {
    const known = pair.answers.get(given);
    if (known) {
      return known;
    }
    const answer = await renderChart(this.helm, pair.original.folder, given);
    pair.answers.set(given, answer);
    return answer;
  }
}

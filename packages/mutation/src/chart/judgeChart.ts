import type { HelmServer } from '@alexandriaproject/test-rig';
import type { Verdict } from '../Mutant';
import { RecentFirst } from '../RecentFirst';
import { ChartCheck, UnreadableTemplate } from './chartChecks';
import type { ChartCopy } from './ChartCopy';
import type { TemplateMutant } from './mutateChart';

/** Notes take no part in the objects. */
const ofNotes = ['templates/NOTES.txt', 'templates/_notes.tpl'];

/** Asks one copy of the chart, by one Helm, about mutants. */
export class ChartJudge {
  private readonly recent = new RecentFirst<ChartCheck>();

  constructor(
    private readonly helm: HelmServer,
    private readonly copies: { objects: ChartCopy; notes: ChartCopy },
    private readonly checks: { objects: ChartCheck[]; notes: ChartCheck[] },
  ) {}

  /** undefined for a change after which the chart cannot be read, which is no mutant. */
  async verdict(mutant: TemplateMutant): Promise<Verdict | undefined> {
    const what = ofNotes.includes(mutant.template) ? 'notes' : 'objects';
    const copy = this.copies[what];
    return copy.changed(mutant.template, mutant.content, async () => {
      for (const check of this.recent.order(mutant.file, this.checks[what])) {
        try {
          if (!(await check.holds(this.helm, copy.folder))) {
            this.recent.noticed(mutant.file, check);
            return { mutant, killedBy: check.name };
          }
        } catch (error) {
          if (error instanceof UnreadableTemplate) {
            return undefined;
          }
          throw error;
        }
      }
      return { mutant, killedBy: undefined };
    });
  }
}

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { exampleStep } from './exampleStep';

const step = (input: object) =>
  exampleStep('alexandria:gitea:pull-request', 'Open a pull request', input);

/** Examples of `alexandria:gitea:pull-request`, shown on the portal's page of actions. */
export const giteaPullRequestExamples: TemplateExample[] = [
  {
    description: 'What alexandria:instance:update has prepared',
    example: step({
      repoUrl: '${{ steps.update.output.repoUrl }}',
      branchName: '${{ steps.update.output.branchName }}',
      title: '${{ steps.update.output.title }}',
      description: '${{ steps.update.output.description }}',
      sourcePath: '${{ steps.update.output.changedPath }}',
      filesToDelete: '${{ steps.update.output.removedFiles }}',
      baseCommit: '${{ steps.update.output.commit }}',
    }),
  },
  {
    description: 'Files of the workspace, onto a branch of your choice',
    example: step({
      repoUrl: 'git.example.com?owner=payments&repo=assistant',
      branchName: 'add-runbook',
      targetBranchName: 'main',
      title: 'Add the runbook',
      description: 'What to do at night',
      sourcePath: 'runbook',
    }),
  },
];

import { Command, CommanderError, Option } from 'commander';
import { version } from '../package.json';
import { diagnose, DiagnoseOptions } from './commands/diagnose/diagnose';
import { generate, GenerateOptions } from './commands/generate';
import { plan, PlanOptions } from './commands/plan';
import { render, RenderOptions } from './commands/render';
import { validate, ValidateOptions } from './commands/validate';
import { exitCode, Io, WrongUse } from './Io';

const valuesOption = () =>
  new Option(
    '--values <file...>',
    'values files, later ones winning; - is standard input',
  ).makeOptionMandatory();

/**
 * Runs one command line.
 *
 * @param args - without the program and the script
 * @returns the exit code: 0 accepted, 1 rejected, 2 wrong use
 */
export async function runCli(args: string[], io: Io): Promise<number> {
  let code: number = exitCode.accepted;
  const program = new Command('alexandria')
    .description(
      'Renders and checks the values of Alexandria EE on Kubernetes, generates and changes repositories, and says what is wrong with what runs.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .addHelpText(
      'after',
      '\nExit codes: 0 accepted, 1 rejected (every reason on standard error), 2 wrong use; of plan: 1 also while a conflict is undecided; of diagnose: 0 all healthy, 1 not, 2 wrong use',
    );

  program
    .command('render')
    .description('write every Kubernetes object of a release')
    .addOption(valuesOption())
    .option('--set <path=value...>', "single values, in Helm's grammar", [])
    .option('--release <name>', 'name of the release', 'alexandria')
    .option('--namespace <name>', 'namespace of the release', 'alexandria')
    .addOption(
      new Option('--format <format>', 'YAML documents or one JSON list')
        .choices(['yaml', 'json'])
        .default('yaml'),
    )
    .action(async (options: RenderOptions) => {
      code = await render(io, options);
    });

  program
    .command('validate')
    .description(
      'check values against schema, guards and the production checklist',
    )
    .addOption(valuesOption())
    .addOption(
      new Option('--output <format>', 'how to report')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (options: ValidateOptions) => {
      code = await validate(io, options);
    });

  program
    .command('generate')
    .description('write the repository of an instance')
    .option(
      '--parameters <file>',
      'answers, as --print-example writes them; - is standard input',
    )
    .option('--output <dir>', 'new or empty folder')
    .addOption(
      new Option('--print-example', 'write a commented parameters file')
        .default(false)
        .conflicts(['parameters', 'output']),
    )
    .action(async (options: GenerateOptions) => {
      code = await generate(io, options);
    });

  program
    .command('plan')
    .description(
      'say what new answers change in a generated repository and in its clusters, and carry it out',
    )
    .argument('<dir>', 'root of the repository')
    .option(
      '--answers <file>',
      'new answers, as generate takes them; - is standard input (those of the repository)',
    )
    .option(
      '--set <path=value...>',
      "single answers, in Helm's grammar, over the others",
      [],
    )
    .option(
      '--keep <place...>',
      'conflicts in which what is in the repository stays: FILE or "FILE: FIELD"',
      [],
    )
    .option(
      '--take <place...>',
      'conflicts in which the new answers win: FILE or "FILE: FIELD"',
      [],
    )
    .option('--write', 'carry the plan out in the folder', false)
    .addOption(
      new Option('--output <format>', 'how to report')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (dir: string, options: PlanOptions) => {
      code = await plan(io, dir, options);
    });

  program
    .command('diagnose')
    .description(
      'say whether what runs is healthy and, if not, why and what to do',
    )
    .option(
      '-f, --file <file...>',
      'what kubectl get -o yaml or -o json prints; - is standard input',
    )
    .option(
      '--context <name>',
      'context of the kubeconfig to read from (the current one)',
    )
    .option(
      '--namespace <name>',
      "namespace to read (the context's own, or default)",
    )
    .option(
      '--now <time>',
      'the time to judge by, as RFC 3339 (the present one)',
    )
    .addOption(
      new Option('--output <format>', 'how to report')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (options: DiagnoseOptions) => {
      code = await diagnose(io, options);
    });

  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCode.accepted : exitCode.wrongUse;
    }
    if (error instanceof WrongUse) {
      io.stderr(`error: ${error.message}\n`);
      return exitCode.wrongUse;
    }
    throw error;
  }
}

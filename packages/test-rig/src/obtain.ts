/**
 * Fetches or builds the tools named on the command line and prints, as JSON, the ones that cannot be had:
 * for describeWithTools, which has to know before jest's synchronous `describe` returns.
 */
import { sourcesOf, toolNames } from './tools';
import { ToolUnavailable } from './ToolUnavailable';

async function main(names: string[]) {
  const missing: Array<Pick<ToolUnavailable, 'tool' | 'reason' | 'remedy'>> =
    [];
  const sources = toolNames
    .filter(name => names.includes(name))
    .flatMap(sourcesOf);
  for (const source of new Set(sources)) {
    try {
      await source.obtain();
    } catch (error) {
      if (!(error instanceof ToolUnavailable)) {
        throw error;
      }
      const { tool, reason, remedy } = error;
      missing.push({ tool, reason, remedy });
    }
  }
  process.stdout.write(JSON.stringify(missing));
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});

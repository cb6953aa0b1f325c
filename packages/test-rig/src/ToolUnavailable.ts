/** A tool that this machine cannot have: which one, why, and what would change that. */
export class ToolUnavailable extends Error {
  /** Name and version as people say it, for example `helm 4.1.4`. */
  readonly tool: string;
  readonly reason: string;
  readonly remedy: string;

  constructor(details: { tool: string; reason: string; remedy: string }) {
    super(
      `${details.tool} is unavailable: ${details.reason}. ${details.remedy}`,
    );
    this.name = 'ToolUnavailable';
    this.tool = details.tool;
    this.reason = details.reason;
    this.remedy = details.remedy;
  }
}

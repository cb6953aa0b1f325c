/** An executable that is on this machine. */
export interface Tool {
  name: string;
  /** Without a leading `v`. */
  version: string;
  /** Absolute. */
  path: string;
}

/** Where one tool comes from, or something else that is made on first use. */
export interface ToolSource<T = Tool> {
  name: string;
  /** The tool without any work, or undefined when it still has to be fetched or built. */
  find(): T | undefined;
  /** The tool, fetched or built when it is not there yet; throws ToolUnavailable when it cannot be had. */
  obtain(): Promise<T>;
}

/**
 * How to ask one host about one repository. Each host has a file under
 * `hosts/` that makes one of these; asking is the same for all.
 */
export interface RepositoryQuestion {
  /** Where a person opens the repository in a browser. */
  url: string;
  /**
   * Address of the repository in the host's API: it answers 200 with JSON when
   * the repository exists and 404 when it does not.
   */
  apiUrl: string;
  /** The media type of that 404; JSON when omitted. */
  missingAs?: 'text/plain';
  /**
   * Headers that authenticate the portal; empty when the portal has no
   * credentials for the host. May fetch a token.
   */
  authenticate(): Promise<Record<string, string>>;
}

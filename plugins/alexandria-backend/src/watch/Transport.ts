/** The beginning of an answer; its body is still to come. */
export interface TransportResponse {
  status: number;
  /** By lower-case name. */
  headers: Record<string, string | string[] | undefined>;
  /** Ends the connection when it is left before its end. */
  body: AsyncIterable<Uint8Array>;
}

/** How the API server of one cluster is asked. Rejects when there is no answer. */
export interface Transport {
  /** @param accept - the media type to ask for, `application/json` when omitted */
  get(
    path: string,
    query: Record<string, string>,
    signal: AbortSignal,
    accept?: string,
  ): Promise<TransportResponse>;
  /** Obtains credentials anew before the next request, as after a 401. */
  renewCredentials?(): void;
}

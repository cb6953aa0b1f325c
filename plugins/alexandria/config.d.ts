export interface Config {
  alexandria?: {
    repositories?: {
      /**
       * Hosts that the template "New Alexandria instance" offers, the first of them proposed. All hosts that the portal has
       * an integration for when omitted.
       * @deepVisibility frontend
       */
      allowedHosts?: string[];
    };
  };
}

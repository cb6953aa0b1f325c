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
    /**
     * Links to what other tools know of a Deployment, on the page of an instance.
     * @deepVisibility frontend
     */
    links?: Array<{
      title: string;
      /**
       * An address of http or https, or a path of the portal that begins with a slash, in which `{{ entity }}`,
       * `{{ environment }}`, `{{ cluster }}`, `{{ namespace }}`, `{{ name }}` and `{{ annotation }}` are filled in. The link is
       * left out where one of them is not known.
       */
      url: string;
      /** What it leads to, which decides its icon: `other` when omitted. */
      kind?: 'gitops' | 'dashboard' | 'logs' | 'other';
      /** Only entities with this annotation have the link. */
      annotation?: string;
    }>;
    findings?: {
      /**
       * Where the pages about findings are, with `{{ code }}` in place of the code. They open in the portal when omitted.
       * @visibility frontend
       */
      docsUrl?: string;
    };
  };
}

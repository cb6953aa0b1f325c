/** What every page of the form is given. */
export interface SectionProps {
  /** What the repository picker has chosen; undefined on pages without one, and while it names no repository. */
  repoUrl: string | undefined;
}

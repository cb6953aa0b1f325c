import {
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes what the notes say as an object, since a render gives objects only. */
const notesObject = `apiVersion: v1
kind: Notes
metadata:
  name: notes
text: {{ include "mutation.notes" . | toJson }}
`;

const notesTemplate = (notes: string) =>
  `{{ define "mutation.notes" }}${notes}{{ end }}`;

/** A chart of our own, one template of which may be changed at a time. */
export class ChartCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'mutated-chart-'));

  constructor(chart: string) {
    cpSync(chart, this.folder, { recursive: true });
  }

  /** Path of a file of the chart. */
  private at(path: string): string {
    return join(this.folder, path);
  }

  /** Has what the notes say rendered as an object called Notes. */
  withNotes(): this {
    const notes = this.at('templates/NOTES.txt');
    writeFileSync(notes, notesTemplate(readFileSync(notes, 'utf8')));
    renameSync(notes, this.at('templates/_mutation-notes.tpl'));
    writeFileSync(this.at('templates/mutation-notes.yaml'), notesObject);
    return this;
  }

  /** Lets a template have another content while something is done. */
  async changed<T>(
    path: string,
    content: string,
    act: () => Promise<T>,
  ): Promise<T> {
    const isNotes = path === 'templates/NOTES.txt';
    const file = this.at(isNotes ? 'templates/_mutation-notes.tpl' : path);
    const before = readFileSync(file);
    writeFileSync(file, isNotes ? notesTemplate(content) : content);
    try {
      return await act();
    } finally {
      writeFileSync(file, before);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

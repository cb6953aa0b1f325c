import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { Html, html } from './html';

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d0d4da, #3b4148); --dim: light-dark(#55606b, #a3adb8);
  --link: light-dark(#0b57b0, #86b8ff); --panel: light-dark(#f4f6f8, #1d2126); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#fff, #14171a); color: light-dark(#1a1f24, #e6e9ec); }
header, main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
header { border-bottom: 1px solid var(--line); }
header p { margin: 0; color: var(--dim); font-size: .875rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.5rem; margin: .5rem 0; overflow-wrap: anywhere; }
h2 { font-size: 1.125rem; margin: 1.5rem 0 .5rem; }
pre, code { font: .875rem/1.5 ui-monospace, monospace; }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; margin: 0; overflow: auto; }
.clone { display: flex; flex-wrap: wrap; gap: .5rem; align-items: stretch; }
.clone pre { flex: 1 1 20rem; }
.readme pre { white-space: pre-wrap; overflow-wrap: anywhere; }
button { font: inherit; padding: .25rem 1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--panel); color: inherit; cursor: pointer; }
table { width: 100%; border-collapse: collapse; border: 1px solid var(--line); }
th, td { text-align: left; padding: .375rem .75rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-top: 0; background: var(--panel); color: var(--dim); font-weight: 600; font-size: .875rem; }
tbody th { font-weight: 400; }
td { color: var(--dim); white-space: nowrap; }
td, thead th:last-child { text-align: right; }
.state { font-weight: 600; }
.dim { color: var(--dim); }
`;

/** Copies the command; the button is shown only where that can work. */
const SCRIPT = `
for (const button of document.querySelectorAll('button[data-copy]')) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const said = document.getElementById('copied');
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      said.textContent = 'Copied';
    } catch {
      said.textContent = 'The browser did not allow copying';
    }
  });
}
`;

const hash = (text: string) =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Whole elements: whitespace around the contents would change their hashes. */
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);
const SCRIPT_ELEMENT = new Html(`<script>${SCRIPT}</script>`);

const pagePolicy = (formAction: 'none' | 'self') =>
  [
    "default-src 'none'",
    `style-src ${hash(STYLE)}`,
    `script-src ${hash(SCRIPT)}`,
    'img-src data:',
    "base-uri 'none'",
    `form-action '${formAction}'`,
    "frame-ancestors 'none'",
  ].join('; ');

/** For bytes out of repositories: nothing in them may do anything. */
export const RAW_POLICY =
  "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Sends a whole page. `title` is the document's; `body` starts with its `h1`; `hasForm` lets it have one of this host. */
export function sendPage(
  res: Response,
  page: { status?: number; title: string; body: Html; hasForm?: boolean },
) {
  const document = html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
        <link rel="icon" href="data:," />
        ${STYLE_ELEMENT}
      </head>
      <body>
        <header>
          <p><a href="/">Sandbox git host</a>, for development only</p>
        </header>
        <main>${page.body}</main>
        ${SCRIPT_ELEMENT}
      </body>
    </html> `;
  res
    .status(page.status ?? 200)
    .set('Content-Security-Policy', pagePolicy(page.hasForm ? 'self' : 'none'))
    .type('html')
    .send(document.text);
}

import { html } from './html';

describe('html', () => {
  it('escapes text in content and in attributes', () => {
    expect(html`<a title="${`"'><`}">${'<b>&amp;'}</a>`.text).toBe(
      '<a title="&quot;&#39;&gt;&lt;">&lt;b&gt;&amp;amp;</a>',
    );
  });

  it('keeps what is HTML already, lists included, and omits undefined', () => {
    expect(html`${[html`<i>${'<'}</i>`, html`2`]}${undefined}${3}`.text).toBe(
      '<i>&lt;</i>23',
    );
  });
});

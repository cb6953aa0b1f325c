/** @jest-environment node */
import { existsSync } from 'node:fs';
import { checkNginx } from './checkNginx';
import { describeWithTools } from './describeWithTools';

describeWithTools('checkNginx', ['nginx'], () => {
  it.each([
    ['pid %/tmp/nginx.pid; events {}', true, 'test is successful'],
    ['pid /nginx.pid; events {}', false, 'Permission denied'],
    ['events {', false, 'unexpected end of file'],
  ])('says of %s whether it is accepted: %s', async (text, accepted, said) => {
    let folder = '';
    const verdict = await checkNginx(async given => {
      folder = given;
      return text.replace('%', given);
    });
    expect(verdict).toMatchObject({ accepted });
    expect(verdict.said).toContain(said);
    expect(existsSync(folder)).toBe(false);
  });
});

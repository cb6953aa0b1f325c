import { addressUrl } from './addressUrl';

describe('addressUrl', () => {
  it.each<[Parameters<typeof addressUrl>[0], string | undefined]>([
    [{ scheme: 'https', host: 'a.example.com' }, 'https://a.example.com/'],
    [
      { scheme: 'http', host: 'a.example.com', path: '/team/library' },
      'http://a.example.com/team/library',
    ],
    [{ scheme: 'https', host: 'a', path: '/(.*)' }, 'https://a/'],
    [{ scheme: 'https', host: 'a', path: 'data:text/html' }, 'https://a/'],
    [{ scheme: 'http', host: '192.0.2.7', port: 80 }, 'http://192.0.2.7/'],
    [
      { scheme: 'http', host: '192.0.2.7', port: 8080 },
      'http://192.0.2.7:8080/',
    ],
    [{ scheme: 'https', host: '2001:db8::7' }, 'https://[2001:db8::7]/'],
    [{ scheme: 'https', host: '' }, undefined],
    [{ scheme: 'https', host: '*.example.com' }, undefined],
    [{ scheme: 'https', host: 'a.example.com/@evil' }, undefined],
    [{ scheme: 'https', host: 'me@example.com' }, undefined],
  ])('makes of %j %s', (address, url) => {
    expect(addressUrl(address)).toBe(url);
    expect(url === undefined || new URL(url).href === url).toBe(true);
  });
});

import { imageName, versionOf } from './versionOf';

describe('an image', () => {
  it.each([
    ['ghcr.io/a/ee-api:v1.2.0', 'ee-api', 'v1.2.0'],
    ['localhost:5000/ee-api:v1', 'ee-api', 'v1'],
    ['localhost:5000/ee-api', 'ee-api', 'localhost:5000/ee-api'],
    ['busybox', 'busybox', 'busybox'],
    ['a/b:v1@sha256:0123456789abcdef0123', 'b', 'v1'],
    ['a/b@sha256:0123456789abcdef0123', 'b', 'sha256:0123456789ab'],
  ])('%s is called %s in version %s', (image, name, version) => {
    expect(imageName(image)).toBe(name);
    expect(versionOf(image)).toBe(version);
  });
});

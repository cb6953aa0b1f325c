import { download } from './download';

describe('download', () => {
  const { createObjectURL, revokeObjectURL } = URL;

  afterEach(() => {
    Object.assign(URL, { createObjectURL, revokeObjectURL });
    jest.restoreAllMocks();
  });

  it('offers the text as a file, and lets go of it', async () => {
    const blobs: Blob[] = [];
    const released = jest.fn();
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
      revokeObjectURL: released,
    });
    const clicked: string[] = [];
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        clicked.push(`${this.download} ${this.href}`);
      });
    download('a-dev.yaml', 'kind: Service\n');
    expect(clicked).toEqual(['a-dev.yaml blob:1']);
    expect(blobs[0].type).toBe('application/yaml');
    expect(blobs[0].size).toBe('kind: Service\n'.length);
    expect(released).toHaveBeenCalledWith('blob:1');
  });
});

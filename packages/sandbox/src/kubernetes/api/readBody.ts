import type { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import { ApiError, badRequest } from '../objects/ApiError';
import { isRecord, type JsonRecord } from '../objects/json';
import { readProtobuf } from './protobuf';

/** `--max-request-bytes` of kube-apiserver: 3 MiB. */
const MAX_BYTES = 3 * 1024 * 1024;

const PROTOBUF = 'application/vnd.kubernetes.protobuf';

/** What a body may be, whatever it is for. */
const READABLE = /^application\/(?:[-a-z.]+\+)?(?:json|yaml)$/;

/** The media type of a request, without parameters. */
export const mediaTypeOf = ({ headers }: IncomingMessage) =>
  (headers['content-type'] ?? 'application/json').split(';')[0].trim();

/** @param accepted - what would do in place of what was sent */
export const unsupported = (accepted: readonly string[]) =>
  new ApiError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
      ', ',
    )}`,
    {},
  );

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) {
      throw new ApiError(
        413,
        'RequestEntityTooLarge',
        `Request entity too large: limit is ${MAX_BYTES}`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parsed(text: string, isYaml: boolean): unknown {
  try {
    return isYaml ? parse(text, { maxAliasCount: 0 }) : JSON.parse(text);
  } catch {
    throw badRequest('the body of the request cannot be read');
  }
}

/**
 * The body of a request, JSON or YAML, or of few kinds Protobuf.
 *
 * @returns undefined when it is empty
 * @throws ApiError 400 for what cannot be read, 413 past 3 MiB, 415 for another format
 */
export async function readValue(request: IncomingMessage): Promise<unknown> {
  const bytes = await bytesOf(request);
  if (bytes.length === 0) {
    return undefined;
  }
  const type = mediaTypeOf(request);
  const message = type === PROTOBUF ? readProtobuf(bytes) : undefined;
  if (message) {
    return message;
  }
  if (!READABLE.test(type)) {
    throw unsupported(['application/json', 'application/yaml']);
  }
  return parsed(bytes.toString('utf8'), type.includes('yaml'));
}

/**
 * The body of a request that is an object: see {@link readValue}.
 *
 * @returns undefined when it is empty
 * @throws ApiError 400 also for anything but an object
 */
export async function readBody(
  request: IncomingMessage,
): Promise<JsonRecord | undefined> {
  const body = await readValue(request);
  if (body !== undefined && !isRecord(body)) {
    throw badRequest('the body of the request is not an object');
  }
  return body;
}

import { metrics, trace } from '@opentelemetry/api';
import { writeHeapSnapshot } from 'v8';
import zlib from 'zlib';
import { answer } from './Child';
import { startBackend } from './startBackend';

type BackendOptions = Parameters<typeof startBackend>[0];

/** Texts of the canary, as the numbers of their characters: to look for it must not be to hold it. */
let codes: number[][] = [];

const isIn = (text: string) =>
  codes.some(each => text.includes(String.fromCharCode(...each)));

/** Every call of the API of metrics and traces, with what was given. */
const telemetry: string[] = [];

/** Takes part in OpenTelemetry's API as a whole SDK does: whatever is made of it records what it is called with. */
function recorder(name: string): object {
  return new Proxy(() => undefined, {
    get: (_, key) =>
      // What is awaited is not another one of these.
      typeof key === 'string' && key !== 'then'
        ? recorder(`${name}.${key}`)
        : undefined,
    apply(_, __, given: unknown[]) {
      telemetry.push(`${name} ${JSON.stringify(given)}`);
      const last = given[given.length - 1];
      // startActiveSpan runs what it is given in the span.
      return name.endsWith('.startActiveSpan') && typeof last === 'function'
        ? last(recorder('span'))
        : recorder(name);
    },
  });
}

metrics.setGlobalMeterProvider(
  recorder('metrics') as Parameters<typeof metrics.setGlobalMeterProvider>[0],
);
trace.setGlobalTracerProvider(
  recorder('trace') as Parameters<typeof trace.setGlobalTracerProvider>[0],
);

// What is kept is packed, so that a snapshot of the heap does not show it: it is looked at on its way there.
const packing = { texts: 0, withCanary: 0 };
const { deflateRawSync } = zlib;
zlib.deflateRawSync = (data, options) => {
  packing.texts += 1;
  packing.withCanary += isIn(String(data)) ? 1 : 0;
  return deflateRawSync(data, options);
};

const planted: string[] = [];

const handlers = {
  start: (options: Omit<BackendOptions, 'plugin'> & { codes: number[][] }) => {
    codes = options.codes;
    return startBackend({
      ...options,
      plugin: import('@alexandriaproject/backstage-plugin-alexandria-backend'),
    });
  },

  telemetry: () => telemetry.join('\n'),

  packing: () => packing,

  /** Writes all that the heap holds, text by text, into a file. */
  snapshot(file: string) {
    global.gc!();
    writeHeapSnapshot(file);
  },

  /** Does everywhere what must not happen anywhere. */
  plant() {
    const [text] = codes.map(each => String.fromCharCode(...each));
    planted.push(`kept ${text}`);
    process.stdout.write(`logged ${text}\n`);
    metrics.getMeter('a').createCounter('b').add(1, { value: text });
    trace.getTracer('a').startSpan('b', { attributes: { value: text } });
    zlib.deflateRawSync(text);
  },
};

export type CanaryPortal = typeof handlers;

answer(handlers);

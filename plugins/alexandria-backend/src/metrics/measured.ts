import type { RequestHandler } from 'express';
import type { StatusMetrics } from './StatusMetrics';

/** What the validator of `express-openapi-validator` notes on a request of an operation. */
interface Validated {
  openapi?: { schema?: { operationId?: string } };
}

/** Counts requests once they are answered, those that are refused included. */
export function measured(metrics: StatusMetrics): RequestHandler {
  return (req, res, next) => {
    const begun = performance.now();
    res.once('finish', () => {
      const { openapi } = req as Validated;
      metrics.answered(
        openapi?.schema?.operationId,
        res.statusCode,
        (performance.now() - begun) / 1000,
      );
    });
    next();
  };
}

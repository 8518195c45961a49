import * as z from 'zod/mini';
import type { DataShape, Json } from './data-shape.js';

const json: z.ZodMiniType<Json> = z.json();

/** A {@link DataShape} as it is written. How deep it may go is the parser's to say. */
// The shapes differ in their keys, so a union of them reads as the type.
export const dataShape = z.lazy(() =>
  z.union([
    z.strictObject({
      field: z.string(),
      values: z.optional(z.record(z.string(), json)),
      empty: z.optional(json),
      items: z.optional(dataShape),
      as: z.optional(z.enum(['date', 'time', 'file', 'files'])),
    }),
    z.strictObject({ object: z.record(z.string(), dataShape), required: z.optional(z.literal(true)) }),
    z.strictObject({ array: z.array(dataShape) }),
    z.strictObject({ value: json }),
    z.strictObject({ dateTime: z.tuple([z.string(), z.string()]) }),
    z.strictObject({ any: z.array(dataShape).check(z.minLength(1)) }),
  ]),
) as unknown as z.ZodMiniType<DataShape>;

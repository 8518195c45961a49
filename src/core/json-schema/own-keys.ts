import type { FieldShape } from '../data-shape.js';
import type { Holds } from './handles.js';

/** What one of the types of field may say of itself besides, and how its answer stands in the data. */
export interface OwnKeys {
  readonly keys: Readonly<Record<string, unknown>> & { readonly type: string };
  readonly holds: Holds;
  readonly as?: FieldShape['as'];
  /** It is asked in two parts. */
  readonly parts?: true;
}

import type { AnyFieldType, Catalog } from '../core/field-type.js';
import { ranking } from './ranking/ranking.type.js';
import { usualTypes } from './usual-types.js';

/** The types that few forms have: in browsers each comes by itself (`field-sources.ts`). */
const seldomTypes = [ranking] as unknown as readonly AnyFieldType[];

/** Every type of field a definition may use. A new type is one folder, one line here and one in `field-sources.ts`. */
export const catalog: Catalog = new Map([...usualTypes, ...seldomTypes].map((type) => [type.type, type]));

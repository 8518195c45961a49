import type { AnyFieldType, Catalog } from '../core/field-type.js';
import { dateRange } from './date-range/date-range.type.js';
import { email } from './email/email.type.js';
import { hidden } from './hidden/hidden.type.js';
import { iban } from './iban/iban.type.js';
import { mapLink } from './map-link/map-link.type.js';
import { money } from './money/money.type.js';
import { nationalAddress } from './national-address/national-address.type.js';
import { personName } from './person-name/person-name.type.js';
import { ranking } from './ranking/ranking.type.js';
import { sealed } from './sealed/sealed.type.js';
import { select } from './select/select.type.js';
import { time } from './time/time.type.js';
import { url } from './url/url.type.js';
import { usualTypes } from './usual-types.js';

/** The types that few forms have: in browsers each comes by itself (`field-sources.ts`). */
const seldomTypes = [
  ranking,
  money,
  email,
  iban,
  url,
  time,
  mapLink,
  hidden,
  dateRange,
  nationalAddress,
  personName,
  select,
  sealed,
] as unknown as readonly AnyFieldType[];

/** Every type of field a definition may use. A new type is one folder, one line here and one in `field-sources.ts`. */
export const catalog: Catalog = new Map([...usualTypes, ...seldomTypes].map((type) => [type.type, type]));

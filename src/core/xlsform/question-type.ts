import type { SheetRecord } from './sheets.js';
import type { SurveyNode } from './survey-tree.js';

/** A type of the format for a type of XLSForm, with the keys that make it so. `loses` is what it does not do. */
export interface QuestionType {
  readonly type: string;
  readonly keys?: Readonly<Record<string, unknown>>;
  readonly loses?: string;
}

/** Where a list of options is longer than this, it is searched rather than read. */
const MOST_READ = 20;

const plain: Readonly<Record<string, QuestionType>> = {
  integer: { type: 'number', keys: { integer: true } },
  decimal: { type: 'number' },
  date: { type: 'date' },
  datetime: { type: 'date', loses: 'time-of-day' },
  time: { type: 'time' },
  note: { type: 'note' },
  acknowledge: { type: 'statement' },
  trigger: { type: 'statement' },
  file: { type: 'file' },
  geopoint: { type: 'map-link', loses: 'coordinates' },
  barcode: { type: 'text', loses: 'scanning' },
  hidden: { type: 'hidden' },
  calculate: { type: 'computed' },
};

/** What a row asks for in the format; undefined where the format has nothing like it. */
export function questionType({ type, words, record }: SurveyNode, options: number): QuestionType | undefined {
  const appearance = record.get('appearance').toLowerCase();
  switch (type) {
    case 'text':
      if (appearance.includes('multiline')) return { type: 'long-text' };
      return { type: 'text', ...(appearance.includes('numbers') && { keys: { characters: 'digits' } }) };
    case 'image':
      return /signature/.test(appearance)
        ? { type: 'signature' }
        : { type: 'file', keys: { accept: ['jpeg', 'png', 'heic'], maxItems: 1 } };
    case 'select_one':
      return options > MOST_READ || /autocomplete|minimal/.test(appearance)
        ? { type: 'select', keys: { options: words[0] } }
        : { type: 'choice', keys: { options: words[0] } };
    case 'select_multiple':
      return { type: 'choices', keys: { options: words[0] } };
    case 'rank':
      return options >= 2 && options <= 8 ? { type: 'ranking', keys: { options: words[0] } } : undefined;
    case 'range':
      return range(record);
    default:
      return Object.hasOwn(plain, type) ? plain[type] : undefined;
  }
}

/** `start=0 end=10 step=1`: a scale of whole numbers where there are few of them. */
function range(record: SheetRecord): QuestionType {
  const written = Object.fromEntries(
    [...record.get('parameters').matchAll(/(\w+)\s*=\s*(-?\d+(?:\.\d+)?)/g)].map(([, key, value]) => [
      key,
      Number(value),
    ]),
  );
  const { start = 1, end = 10, step = 1 } = written;
  const isScale = step === 1 && Number.isInteger(start) && end > start && end - start <= 10;
  return isScale
    ? { type: 'scale', keys: { least: start, most: end } }
    : { type: 'number', keys: { minimum: start, maximum: end, ...(step === 1 && { integer: true }) } };
}

/** Rows that note something about the device or the person who asks. The kit gathers none of it. */
export const aboutTheDevice: ReadonlySet<string> = new Set([
  'start',
  'end',
  'today',
  'deviceid',
  'subscriberid',
  'simserial',
  'phonenumber',
  'username',
  'email',
  'audit',
  'start-geopoint',
  'background-audio',
]);

/** How something looks is the kit's own affair; these say nothing more. */
export const onlyLooks =
  /^(multiline|numbers|signature|minimal|autocomplete|quick|compact|quickcompact|horizontal|vertical|horizontal-compact|field-list|table-list|likert|label|list-nolabel|columns(-\d+|-pack)?|no-buttons|w\d+|thousands-sep|no-calendar|month-year|year|draw|annotate|new|new-front|placement-map|maps)$/;

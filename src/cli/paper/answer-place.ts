import type { CalendarName } from '../../core/calendar.js';
import type { FieldDefinition } from '../../core/field-type.js';
import type { ChoiceDefinition } from '../../fields/choice/choice.type.js';
import type { ChoicesDefinition } from '../../fields/choices/choices.type.js';
import type { DateDefinition } from '../../fields/date/date.type.js';
import { calendarsOf } from '../../fields/date/date.type.js';
import { headOf } from '../../fields/date-range/date-range.sentences.js';
import type { DateRangeDefinition } from '../../fields/date-range/date-range.type.js';
import type { LongTextDefinition } from '../../fields/long-text/long-text.type.js';
import type { MatrixDefinition } from '../../fields/matrix/matrix.type.js';
import { currency } from '../../fields/money/money.sentences.js';
import { addressWordsOf } from '../../fields/national-address/national-address.sentences.js';
import type {
  AddressPart,
  NationalAddressDefinition,
} from '../../fields/national-address/national-address.type.js';
import { addressParts, waysOf } from '../../fields/national-address/national-address.type.js';
import type { NumberDefinition } from '../../fields/number/number.type.js';
import { partName } from '../../fields/person-name/person-name.sentences.js';
import type { PersonNameDefinition } from '../../fields/person-name/person-name.type.js';
import { askedOf } from '../../fields/person-name/person-name.type.js';
import type { PhoneDefinition } from '../../fields/phone/phone.type.js';
import type { RankingDefinition } from '../../fields/ranking/ranking.type.js';
import type { Points, RatingDefinition } from '../../fields/rating/rating.type.js';
import type { ScaleDefinition } from '../../fields/scale/scale.type.js';
import { numbersOf } from '../../fields/scale/scale.type.js';
import type { StatementDefinition } from '../../fields/statement/statement.type.js';
import type { TextDefinition } from '../../fields/text/text.type.js';
import { boxes, circle, dayBoxes, line, lines, square } from './marks.js';
import type { Sheet } from './sheet.js';

/** Where the answer to one type of field is written. */
export interface AnswerPlace {
  /** HTML of the place. */
  readonly draw: (sheet: Sheet) => string;
  /** Half of the width is enough, so that two stand side by side. */
  readonly isHalf?: boolean;
}

/** More options than this are not printed: the answer is written. */
const MOST_OPTIONS = 20;
/** Codes and numbers up to this length get a box for each character. */
const MOST_BOXES = 16;

type PlaceOf<Definition extends FieldDefinition> = (field: Definition) => AnswerPlace;

const full = (draw: AnswerPlace['draw']): AnswerPlace => ({ draw });
const half = (draw: AnswerPlace['draw']): AnswerPlace => ({ draw, isHalf: true });

const text: PlaceOf<TextDefinition> = ({ characters = 'any', maxLength = 160 }) => {
  if (characters !== 'any' && maxLength <= MOST_BOXES) return half(() => boxes([maxLength]));
  if (maxLength <= 80) return half(() => line());
  return full(() => lines(maxLength <= 160 ? 1 : 2));
};

const longText: PlaceOf<LongTextDefinition> = ({ maxLength = 2000 }) =>
  full(() => lines(Math.min(10, Math.max(3, Math.ceil(maxLength / 170)))));

const number: PlaceOf<NumberDefinition> = ({ maximum, minimum = 0, integer = false, unit }) => {
  const digits = String(maximum ?? '').length;
  const place = integer && minimum >= 0 && digits > 0 && digits <= 7 ? boxes([digits]) : line('short');
  return half((sheet) =>
    unit === undefined ? place : `<span class="with-unit">${place} ${sheet.say(unit)}</span>`,
  );
};

/** One day in each of the calendars. */
function dayPlaces(calendars: readonly CalendarName[], { words }: Sheet): string {
  const parts = [
    [2, words.date.day],
    [2, words.date.month],
    [4, words.date.year],
  ] as const;
  const drawn = parts.map(
    ([count, name]) => `<span class="part">${boxes([count])}<small>${name}</small></span>`,
  );
  const rows = calendars.map(
    (calendar) =>
      `<div class="date"><span class="calendar">${words.date.calendars[calendar]}</span>${drawn.join('')}</div>`,
  );
  return `<div class="dates">${rows.join('')}</div>`;
}

const eitherCalendar = (calendars: readonly CalendarName[], { words }: Sheet): string =>
  calendars.length > 1 ? `<p class="hint">${words.date.either}</p>` : '';

const date: PlaceOf<DateDefinition> = (field) => {
  const calendars = calendarsOf(field);
  const draw = (sheet: Sheet) =>
    // Whoever wrote the form may have said so himself.
    (field.hint === undefined ? eitherCalendar(calendars, sheet) : '') + dayPlaces(calendars, sheet);
  return calendars.length > 1 ? full(draw) : half(draw);
};

const dateRange: PlaceOf<DateRangeDefinition> = (field) =>
  full((sheet) => {
    const calendars = calendarsOf(field);
    const ends = [
      field.fromLabel ?? headOf('from', sheet.locale),
      field.toLabel ?? headOf('to', sheet.locale),
    ].map((name) => `<p class="end">${sheet.say(name)}</p>${dayPlaces(calendars, sheet)}`);
    return eitherCalendar(calendars, sheet) + ends.join('');
  });

/** Several places, each with its name above. */
const named = (places: readonly (readonly [name: string, place: string])[]): string =>
  `<div class="named">${places.map(([name, place]) => `<p><span>${name}</span>${place}</p>`).join('')}</div>`;

const personName: PlaceOf<PersonNameDefinition> = (field) =>
  full((sheet) =>
    named(askedOf(field).map((part) => [sheet.say(partName(part, sheet.locale)), line()] as const)),
  );

/** Codes have boxes: four digits of a building, five of a postal code. */
const addressBoxes: Readonly<Partial<Record<AddressPart, number>>> = {
  building: 4,
  secondary: 4,
  postalCode: 5,
};

const nationalAddress: PlaceOf<NationalAddressDefinition> = (field) =>
  full((sheet) => {
    const words = addressWordsOf(sheet.locale);
    const drawn = {
      short: () => `<p class="hint">${sheet.say(words.shortHint)}</p>${boxes([4, 4])}`,
      full: () =>
        named(
          addressParts.map((part) => {
            const count = addressBoxes[part];
            return [sheet.say(words.parts[part]), count === undefined ? line() : boxes([count])] as const;
          }),
        ),
      none: () => '',
    };
    const ways = waysOf(field);
    return ways
      .map((way) =>
        ways.length === 1
          ? drawn[way]()
          : `<div class="way"><p class="agree">${circle}<span>${sheet.say(words.ways[way])}</span></p>${drawn[way]()}</div>`,
      )
      .join('');
  });

const money: PlaceOf<FieldDefinition> = () =>
  half(({ locale }) => `<span class="with-unit">${line('short')} ${currency[locale.language]}</span>`);

const time: PlaceOf<FieldDefinition> = () =>
  half(() => `<span class="boxes" dir="ltr">${boxes([2])}<b>:</b>${boxes([2])}</span>`);

/** «SA» is printed: every Saudi account begins with it. */
const iban: PlaceOf<FieldDefinition> = () => full(() => boxes([4, 4, 4, 4, 4, 4], 'SA'));

/** Options in columns as wide as their words want. */
function options(
  offered: readonly { readonly label: ChoiceDefinition['label']; readonly hint?: FieldDefinition['hint'] }[],
  mark: string,
  sheet: Sheet,
): string {
  const longest = Math.max(...offered.map(({ label }) => sheet.locale.text(label).length));
  const isWide = longest > 38 || offered.some(({ hint }) => hint !== undefined);
  const columns = isWide
    ? 'one'
    : longest > 22 || offered.length < 3
      ? 'two'
      : longest > 13
        ? 'three'
        : 'four';
  const items = offered.map(({ label, hint }) => {
    const more = hint === undefined ? '' : `<small>${sheet.say(hint)}</small>`;
    return `<li>${mark}<span>${sheet.say(label)}${more}</span></li>`;
  });
  return `<ul class="options ${columns}">${items.join('')}</ul>`;
}

/** Of a long list, or one that comes from elsewhere, the answer is written. */
const choice: PlaceOf<FieldDefinition> = ({ options: offered }) =>
  offered === undefined || offered.length > MOST_OPTIONS
    ? full(() => line())
    : full((sheet) => options(offered, circle, sheet));

const choices: PlaceOf<ChoicesDefinition> = ({ options: offered, maxItems, hint }) =>
  full((sheet) => {
    const most = maxItems !== undefined && maxItems < offered.length;
    const rule = most ? sheet.words.atMost(String(maxItems)) : sheet.words.anyOf;
    // Whoever wrote the form may have said so himself.
    const told = most || hint === undefined ? `<p class="hint">${sheet.say(rule)}</p>` : '';
    return `${told}${options(offered, square, sheet)}`;
  });

const yesNo: PlaceOf<FieldDefinition> = () =>
  half(({ locale }) => {
    const answers = [locale.yes, locale.no].map((word) => `<li>${circle}<span>${word}</span></li>`);
    return `<ul class="options beside">${answers.join('')}</ul>`;
  });

/** A Saudi mobile number begins with 05; any other is written with its country. */
const phone: PlaceOf<PhoneDefinition> = ({ kind = 'mobile' }) =>
  kind === 'mobile' ? half(() => boxes([3, 3, 4], '05')) : full(() => boxes([15]));

const nationalId: PlaceOf<FieldDefinition> = () => half(() => boxes([10]));

const statement: PlaceOf<StatementDefinition> = ({ text: sentence, label }) =>
  full((sheet) => `<p class="agree">${square}<span>${sheet.say(sentence ?? label)}</span></p>`);

const file: PlaceOf<FieldDefinition> = () =>
  full(({ words }) => `<p class="agree attached">${square}<span>${words.attached} ${boxes([2])}</span></p>`);

const given: PlaceOf<FieldDefinition> = () =>
  full(({ words }) => {
    const { what, value, empty } = words.given;
    const rows = '<tr><td></td><td></td></tr>'.repeat(12);
    return `<p class="hint">${empty}</p><table class="given"><thead><tr><th>${what}</th><th>${value}</th></tr></thead><tbody>${rows}</tbody></table>`;
  });

const signature: PlaceOf<FieldDefinition> = () =>
  full(({ words }) => {
    const { name, sign, date: day } = words.signature;
    return `<div class="sign"><p><span>${name}</span>${line()}</p><p><span>${sign}</span><i></i></p><p><span>${day}</span>${dayBoxes}</p></div>`;
  });

const besides = (
  { notApplicable }: Pick<Points, 'notApplicable'>,
  { locale }: Sheet,
): readonly { readonly label: ChoiceDefinition['label'] }[] =>
  notApplicable === undefined
    ? []
    : [{ label: notApplicable === true ? locale.notApplicable : notApplicable }];

const rating: PlaceOf<RatingDefinition> = (field) =>
  full((sheet) =>
    options([...field.points.map((label) => ({ label })), ...besides(field, sheet)], circle, sheet),
  );

const scale: PlaceOf<ScaleDefinition> = (field) =>
  full((sheet) => {
    const numbers = numbersOf(field).filter((point) => typeof point === 'number');
    const points = numbers.map((point) => `<li>${circle}<span>${sheet.say(String(point))}</span></li>`);
    const end = (label: ScaleDefinition['leastLabel']) => (label === undefined ? '' : sheet.say(label));
    const more = besides(field, sheet);
    return `<div class="scale"><ol>${points.join('')}</ol><p><span>${end(field.leastLabel)}</span><span>${end(field.mostLabel)}</span></p></div>${more.length === 0 ? '' : options(more, circle, sheet)}`;
  });

const matrix: PlaceOf<MatrixDefinition> = (field) =>
  full((sheet) => {
    const columns = [...field.points.map((label) => ({ label })), ...besides(field, sheet)];
    const head = columns.map(({ label }) => `<th>${sheet.say(label)}</th>`).join('');
    const cells = `<td>${circle}</td>`.repeat(columns.length);
    const rows = field.rows.map(({ label }) => `<tr><th>${sheet.say(label)}</th>${cells}</tr>`);
    return `<table class="matrix"><thead><tr><td></td>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  });

const ranking: PlaceOf<RankingDefinition> = ({ options: offered, most = offered.length }) =>
  full(
    (sheet) =>
      `<p class="hint">${sheet.say(sheet.words.place(String(most)))}</p>${options(offered, boxes([1]), sheet)}`,
  );

/** By the names of the types. What is not here is written on a line: e-mail, addresses of the web. */
const places: Readonly<Record<string, PlaceOf<never>>> = {
  text,
  'long-text': longText,
  number,
  date,
  'date-range': dateRange,
  time,
  choice,
  select: choice,
  choices,
  'yes-no': yesNo,
  phone,
  'national-id': nationalId,
  'national-address': nationalAddress,
  'person-name': personName,
  iban,
  money,
  statement,
  file,
  given,
  signature,
  rating,
  scale,
  matrix,
  ranking,
};

/** The place for the answer to a field. */
export function placeFor(field: FieldDefinition): AnswerPlace {
  const place = Object.hasOwn(places, field.type) ? places[field.type] : undefined;
  // The list forgets which definition each type takes; this one was shaped by that same type.
  return place?.(field as never) ?? full(() => line());
}

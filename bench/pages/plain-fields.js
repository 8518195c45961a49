/** @typedef {import('./definition.js').BenchField} BenchField */

const months = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ');

/**
 * Questions as hand-written HTML. Neighbours that depend on the same answer stand in one part that is hidden.
 * @param {readonly BenchField[]} fields
 */
export function plainFields(fields) {
  return neighbours(fields)
    .map((group) => {
      const [{ when }] = group;
      const content = group.map(plainField).join('\n');
      if (when === undefined) return content;
      const value = when.is ? 'yes' : 'no';
      return `<div class="fields" data-when-field="${when.field}" data-when-is="${value}" hidden>\n${content}\n</div>`;
    })
    .join('\n');
}

/**
 * @param {readonly BenchField[]} fields
 * @returns {BenchField[][]}
 */
function neighbours(fields) {
  /** @type {BenchField[][]} */
  const groups = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (last !== undefined && JSON.stringify(last[0].when) === JSON.stringify(field.when)) last.push(field);
    else groups.push([field]);
  }
  return groups;
}

/** @type {Record<BenchField['type'], (field: BenchField) => string>} */
const drawn = {
  text: (field) => box(field, input(field, 'spellcheck="false"')),
  phone: (field) => box(field, input(field, 'class="number medium" type="tel" dir="ltr"')),
  number(field) {
    const unit = `${field.id}-unit`;
    const control = input(field, 'class="number short" dir="ltr" inputmode="decimal"', unit);
    return box(
      field,
      `<div class="with-unit">${control}<span id="${unit}" class="unit">${field.unit}</span></div>`,
    );
  },
  choice: (field) =>
    group(field, (field.options ?? []).map(({ value, ar }) => option(field, value, ar)).join('\n')),
  'yes-no': (field) =>
    group(field, `<div class="beside">${option(field, 'yes', 'نعم')}${option(field, 'no', 'لا')}</div>`),
  date: (field) =>
    group(
      field,
      `<div class="date">
${datePart(field, 'day', 'اليوم', 4)}
<div><label for="${field.id}.month">الشهر</label>
<select id="${field.id}.month" name="${field.id}.month"><option value="">اختر الشهر</option>${months.map((month, index) => `<option value="${index + 1}">${index + 1} – ${month}</option>`).join('')}</select></div>
${datePart(field, 'year', 'السنة', 6)}
</div>
<p class="same-day" role="status"></p>`,
    ),
};

/** @param {BenchField} field */
function plainField(field) {
  return drawn[field.type](field);
}

/**
 * @param {BenchField} field
 * @param {string} control
 */
function box(field, control) {
  return `<div class="field" ${data(field)}>
<label for="${field.id}">${labelOf(field)}</label>${hintOf(field)}
${control}
</div>`;
}

/**
 * @param {BenchField} field
 * @param {string} controls
 */
function group(field, controls) {
  return `<fieldset class="field" ${data(field)}${described(field)}>
<legend>${labelOf(field)}</legend>${hintOf(field)}
${controls}
</fieldset>`;
}

/**
 * @param {BenchField} field
 * @param {string} attributes
 * @param {string} [more] id of what else describes the control
 */
function input(field, attributes, more) {
  return `<input id="${field.id}" name="${field.id}" ${attributes}${described(field, more)}>`;
}

/**
 * @param {BenchField} field
 * @param {string} value
 * @param {string} label
 */
function option({ id }, value, label) {
  return `<label class="option"><input type="radio" id="${id}.${value}" name="${id}" value="${value}"><span>${label}</span></label>`;
}

/**
 * @param {BenchField} field
 * @param {'day' | 'year'} part
 * @param {string} label
 * @param {number} longest
 */
function datePart({ id }, part, label, longest) {
  const name = `${id}.${part}`;
  return `<div><label for="${name}">${label}</label>
<input id="${name}" name="${name}" dir="ltr" inputmode="numeric" maxlength="${longest}" autocomplete="off"></div>`;
}

/** @param {BenchField} field */
function data({ id, type, label, required }) {
  return `data-id="${id}" data-type="${type}" data-name="${label}"${required ? ' data-required' : ''}`;
}

/** @param {BenchField} field */
function labelOf({ label, required }) {
  return required ? label : `${label} <span class="optional">(اختياري)</span>`;
}

/** @param {BenchField} field */
function hintOf({ id, hint }) {
  return hint === undefined ? '' : `\n<p class="hint" id="${id}-hint">${hint}</p>`;
}

/**
 * @param {BenchField} field
 * @param {string} [more]
 */
function described({ id, hint }, more) {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(more === undefined ? [] : [more])];
  return ids.length === 0 ? '' : ` aria-describedby="${ids.join(' ')}"`;
}

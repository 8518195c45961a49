// What a careful developer writes for one page: conditions, a look at the answers on Continue, and a summary of problems.

const phone = /^(?:\+966|00966|966|0)?5\d{8}$/;

/** Arabic and Persian digits as 0–9. */
function ascii(text) {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15).trim();
}

/** What is wrong with the answer of each kind of question; nothing where it is right. */
const problems = {
  text: () => undefined,
  choice: () => undefined,
  'yes-no': () => undefined,
  number: (name, [value]) =>
    Number.isFinite(Number(ascii(value).replace(/[,٬]/g, '').replace('٫', '.')))
      ? undefined
      : `اكتب ${name} بالأرقام فقط، مثل 1500`,
  phone: (_name, [value]) =>
    phone.test(ascii(value).replace(/[\s-]/g, '')) ? undefined : 'راجع رقم الجوال، مثل 0501234567',
  date(name, parts) {
    const [day, month, year] = parts.map((part) => Number(ascii(part)));
    const date = new Date(Date.UTC(year, month - 1, day));
    const isDay = date.getUTCDate() === day && date.getUTCMonth() === month - 1;
    return isDay ? undefined : `راجع التاريخ، فهذا اليوم غير موجود في هذا الشهر: ${name}`;
  },
};

const missing = {
  choice: (name) => `اختر إجابة: ${name}`,
  'yes-no': (name) => `اختر نعم أو لا: ${name}`,
};

function controlsOf(field) {
  return [...field.querySelectorAll('input, select')];
}

/** What the controls of a question hold: for radio buttons the one taken. */
function valuesOf(field) {
  const controls = controlsOf(field);
  return controls[0].type === 'radio'
    ? [controls.find(({ checked }) => checked)?.value ?? '']
    : controls.map(({ value }) => value.trim());
}

function problemOf(field) {
  const { type, name, required } = field.dataset;
  const values = valuesOf(field);
  if (values.every((value) => value === '')) {
    return required === undefined ? undefined : (missing[type]?.(name) ?? `أدخل ${name}`);
  }
  return problems[type](name, values);
}

/** Writes or takes away the message of a question and what belongs to it. */
function tell(field, message) {
  const id = `${field.dataset.id}-error`;
  let error = document.getElementById(id);
  if (error?.lastChild.data === message) return;
  field.classList.toggle('invalid', message !== undefined);
  const isGroup = field.localName === 'fieldset';
  const controls = controlsOf(field);
  if (controls[0].type !== 'radio') {
    for (const control of controls) {
      if (message === undefined) control.removeAttribute('aria-invalid');
      else control.setAttribute('aria-invalid', 'true');
    }
  }
  const described = isGroup ? field : controls[0];
  const others = (described.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((other) => other && other !== id);
  if (message !== undefined) others.push(id);
  if (others.length === 0) described.removeAttribute('aria-describedby');
  else described.setAttribute('aria-describedby', others.join(' '));
  if (message === undefined) {
    error?.remove();
    return;
  }
  if (error === null) {
    error = document.createElement('p');
    error.className = 'error';
    error.id = id;
    error.innerHTML = '<span class="visually-hidden">خطأ:</span> ';
    (field.querySelector(':scope > .hint') ?? field.firstElementChild).after(error);
  }
  error.lastChild.data = message;
}

/** Problems that have been told, by question. */
let told = new Map();

function showSummary() {
  const summary = document.getElementById('errors');
  summary.hidden = told.size === 0;
  const items = [...told].map(([field, message]) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = `#${controlsOf(field)[0].id}`;
    link.textContent = message;
    item.append(link);
    return item;
  });
  summary.querySelector('ul').replaceChildren(...items);
  return summary;
}

function check(form) {
  for (const field of told.keys()) tell(field, undefined);
  told = new Map();
  for (const field of form.querySelectorAll('.field')) {
    if (field.closest('[hidden]') !== null) continue;
    const message = problemOf(field);
    if (message === undefined) continue;
    tell(field, message);
    told.set(field, message);
  }
  if (told.size > 0) showSummary().focus();
  return told.size === 0;
}

/** A problem that has been told goes or changes while the answer is mended. */
function recheck(field) {
  if (!told.has(field)) return;
  const message = problemOf(field);
  if (message === told.get(field)) return;
  tell(field, message);
  if (message === undefined) told.delete(field);
  else told.set(field, message);
  showSummary();
}

const hijri = new Intl.DateTimeFormat('ar-SA-u-ca-islamic-umalqura-nu-latn', {
  dateStyle: 'long',
  timeZone: 'UTC',
});

/** The same day in the other calendar, under a date. */
function showSameDay(field) {
  const [day, month, year] = valuesOf(field).map((part) => Number(ascii(part)));
  const isWhole = year > 999 && problemOf(field) === undefined;
  field.querySelector('.same-day').textContent = isWhole
    ? `الموافق ${hijri.format(Date.UTC(year, month - 1, day))}`
    : '';
}

/** Shows what the answer to a question makes necessary, and hides the rest. */
function follow({ name, value }) {
  for (const part of document.querySelectorAll(`[data-when-field="${CSS.escape(name)}"]`)) {
    part.hidden = part.dataset.whenIs !== value;
  }
}

document.addEventListener('input', ({ target }) => {
  const field = target.closest('.field');
  if (field === null) return;
  if (target.type === 'radio') follow(target);
  if (field.dataset.type === 'date') showSameDay(field);
  recheck(field);
});

document.addEventListener('submit', (event) => {
  if (!check(event.target)) event.preventDefault();
});

document.addEventListener('click', (event) => {
  const link = event.target.closest('.summary a');
  if (link === null) return;
  event.preventDefault();
  document.getElementById(link.hash.slice(1)).focus();
});

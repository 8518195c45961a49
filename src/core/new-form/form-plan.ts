import type { Part, PlainField, Words } from './plain-fields.js';
import { partTitles } from './plain-fields.js';

/** A question in an admin's own words. */
export interface OwnQuestion {
  readonly type: string;
  readonly label: Words;
  /** Words of the options, where it has any; all of them in the same languages. */
  readonly options?: readonly Words[];
}

/** What a web admin has said of a form that is to be written. */
export interface FormPlan {
  /** What `"$schema"` says, for completion in editors. */
  readonly schema: string;
  readonly id: string;
  readonly languages: readonly ('ar' | 'en')[];
  readonly title: Words;
  readonly purpose: Words;
  readonly retention: Words;
  readonly fields: readonly PlainField[];
  /** Names of the fields that have to be answered. */
  readonly required: ReadonlySet<string>;
  readonly questions: readonly OwnQuestion[];
}

const parts: readonly Part[] = ['about', 'request', 'consent', 'signing'];

/** The one purpose of a new form: whoever needs several writes them. */
const PURPOSE = 'handle';

/** The document of a form as it was planned: right, with everything said that `taafi lint` asks for. */
export function plannedForm(plan: FormPlan): object {
  const { schema, id, languages, title, purpose, retention } = plan;
  return {
    $schema: schema,
    id,
    version: '1.0.0',
    languages,
    title: inLanguages(title, plan),
    purposes: { [PURPOSE]: inLanguages(purpose, plan) },
    retention: inLanguages(retention, plan),
    steps: stepsOf(plan),
  };
}

function stepsOf(plan: FormPlan): readonly object[] {
  const taken = new Set(plan.fields.map(({ name }) => name));
  const own = plan.questions.map((question, index) => ownField(question, index, taken, plan));
  return parts.flatMap((part) => {
    const plain = plan.fields.filter((field) => field.part === part).map((field) => plainField(field, plan));
    const fields = part === 'request' ? [...plain, ...own] : plain;
    if (fields.length === 0) return [];
    const step = { id: part, title: inLanguages(partTitles[part], plan), fields };
    return part === 'signing' ? [{ ...step, at: 'review' }] : [step];
  });
}

function plainField({ name, type, label, more = {} }: PlainField, plan: FormPlan): object {
  const { text, ...rest } = more as { text?: Words };
  const hasName = plan.fields.some((field) => field.name === 'name');
  return {
    id: name,
    type,
    ...(plan.required.has(name) && { required: true }),
    label: inLanguages(label, plan),
    ...(text !== undefined && { text: inLanguages(text, plan) }),
    ...(type === 'signature' && hasName && { signer: ['name'] }),
    ...rest,
    purpose: PURPOSE,
  };
}

function ownField(question: OwnQuestion, index: number, taken: Set<string>, plan: FormPlan): object {
  const { type, label, options } = question;
  const values = new Set<string>();
  return {
    id: free(camelCase(label.en), `question${index + 1}`, taken),
    type,
    label: inLanguages(label, plan),
    ...(options !== undefined && {
      options: options.map((words, place) => ({
        value: free(camelCase(words.en), `option${place + 1}`, values),
        ...inLanguages(words, plan),
      })),
    }),
    purpose: PURPOSE,
  };
}

/** Only the languages of the form: what is not there in one of them is for the linter to tell. */
function inLanguages(words: Words, { languages }: FormPlan): Words {
  return Object.fromEntries(
    languages.flatMap((language) => (words[language] === undefined ? [] : [[language, words[language]]])),
  );
}

/** A name that is not taken yet, and is from now on. */
function free(wanted: string | undefined, otherwise: string, taken: Set<string>): string {
  const first = wanted !== undefined && !(wanted in Object.prototype) ? wanted : otherwise;
  let name = first;
  for (let count = 2; taken.has(name); count += 1) name = `${first}${count}`;
  taken.add(name);
  return name;
}

/** The first words of an English sentence as a name: `howDidYou`; undefined where it has no Latin letters. */
function camelCase(sentence: string | undefined): string | undefined {
  const [first, ...others] =
    sentence
      ?.toLowerCase()
      .match(/[a-z][a-z0-9]*/g)
      ?.slice(0, 3) ?? [];
  if (first === undefined) return undefined;
  return (first + others.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')).slice(0, 40);
}

/** A title as the id of a form, such as `ask-for-a-visit`; undefined where it has no Latin letters. */
export function formIdFrom(title: string | undefined): string | undefined {
  const words = title
    ?.toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join('-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40);
  return words === undefined || words === '' ? undefined : words.replace(/-+$/, '');
}

import type { Judge } from '../../core/answer-rule.js';
import type { FormDefinition } from '../../core/definition.js';
import { adopt } from '../../core/definition.js';
import type { Answers } from '../../core/engine.js';
import { Engine } from '../../core/engine.js';
import type { Context } from '../../core/field-type.js';
import type { Text } from '../../core/text.js';
import { toldAnswers } from '../../evidence/told.js';
import { catalogAtHand } from '../../fields/at-hand.js';
import type { FormLocale } from '../../locale/locale.js';
import { confirmingWords, shareSentence } from '../../locale/partner-words.js';
import { fillIn } from '../form/prefill.js';

/** One thing a partner has filled in that makes an answer: where it belongs, and how it is read. */
export interface Written {
  readonly id: string;
  readonly value: unknown;
  /** What it is about. */
  readonly name: Text;
  /** The same with the value. */
  readonly label: Text;
}

/** Names of the two sentences about what the partner is told, as fields of the form below. */
export const shareFields = { received: 'shareReceived', decided: 'shareDecided' } as const;

const RIGHT = 'right';

/**
 * What a partner has filled in that can be confirmed: one answer to one question, right by the rules of the form. What
 * is wrong is asked of the person as if nobody had written it.
 * @param locales every language the form can be switched to while he confirms.
 */
export function writtenIn(
  definition: FormDefinition,
  answers: Answers,
  judgeIn: (context: Context) => Judge,
  context: Context,
  locales: readonly FormLocale[],
): readonly Written[] {
  const engine = new Engine(definition, catalogAtHand, context);
  const judge = judgeIn(engine.context);
  const order = [...engine.root.nodes.values()].filter(({ definition: { id } }) =>
    Object.hasOwn(answers, id),
  );
  return order.flatMap((node) => {
    const { id } = node.definition;
    fillIn(engine, id, answers[id]);
    if (node.answer === undefined || node.field.kind === 'list' || judge(node) !== undefined) {
      console.warn(`What the referral gives for ${id} makes no answer and was left out.`);
      return [];
    }
    const told = (line: (label: string, value: string) => string): Text =>
      Object.fromEntries(
        locales.map((locale) => {
          const lines = [...toldAnswers(definition, { [id]: node.answer }, catalogAtHand, locale)];
          const { label = '', value = '' } = lines.at(-1) ?? {};
          return [locale.language, line(label, value)];
        }),
      );
    const name = told((label) => label);
    return [
      { id, value: answers[id], name, label: told((label, value) => `${label}: \u2068${value}\u2069`) },
    ];
  });
}

/** A form of one page: who refers the person, each thing that is to be confirmed, and what the partner may be told. */
export function confirmingForm(
  { id, version, title, exit, referral }: FormDefinition,
  partner: Text,
  written: readonly Written[],
): FormDefinition {
  const words = confirmingWords(partner);
  const options = [
    { value: RIGHT, ...words.isRight },
    { value: 'wrong', ...words.isWrong },
  ];
  return adopt({
    id,
    version,
    title,
    languages: ['ar', 'en'],
    ...(exit !== undefined && { exit }),
    ...(referral !== undefined && { referral }),
    steps: [
      {
        // The name of the page before the steps: a question that is asked here is one about the beginning.
        id: 'start',
        title: words.title,
        intro: written.length === 0 ? words.nothingWritten : words.intro,
        fields: [
          ...written.map(({ name, label }, index) => ({
            id: nameOf(index),
            type: 'choice',
            required: true,
            name,
            label,
            options,
            errors: { required: words.choose },
          })),
          {
            id: 'sharing',
            type: 'section',
            label: words.sharing,
            hint: words.sharingText,
            fields: (['received', 'decided'] as const).map((what) => ({
              id: shareFields[what],
              type: 'statement',
              label: shareSentence(what, partner),
            })),
          },
        ],
      },
    ],
  });
}

/** What the person has found right, by the ids of the form it is for. */
export function confirmedIn(written: readonly Written[], answers: Answers): Answers {
  const right = written.filter((_one, index) => answers[nameOf(index)] === RIGHT);
  return Object.fromEntries(right.map(({ id, value }) => [id, value]));
}

const nameOf = (index: number): string => `value${index}`;

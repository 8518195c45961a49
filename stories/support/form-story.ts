import type { Meta, StoryContext, StoryObj } from '@storybook/web-components';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import '../../src/define.js';
import type { Answers, SignatureProvider, Transport } from '../../src/index.js';
import { Person } from './person.js';
import { now, pretendedTransport } from './pretended-transport.js';
import { shownAs } from './shown-as.js';
import type { WrittenDefinition } from './written-definition.js';

/** What a story of a form may set: the properties of the element. */
export interface FormArgs {
  /** The definition as an object, or its address. */
  definition: object | string;
  /** Answers the form begins with. */
  prefill?: Answers;
  transport?: Transport | null;
  /** Address of a receiver; used where `transport` is null. */
  receiver?: string;
  association?: object | string;
  disabled?: boolean;
  signatureProvider?: SignatureProvider;
}

export type FormStory = StoryObj<FormArgs>;

/** A form in the language of the toolbar, at a fixed time, that sends nothing anywhere. */
export function formTemplate(
  {
    definition,
    prefill = {},
    transport = usual,
    receiver,
    association,
    disabled = false,
    signatureProvider,
  }: FormArgs,
  { globals }: Pick<StoryContext<FormArgs>, 'globals'>,
): TemplateResult {
  const { numerals, calendar } = shownAs(globals);
  return html`<taafi-form
    lang=${String(globals.language)}
    numerals=${numerals}
    calendar=${calendar}
    history="off"
    .clock=${clock}
    .prefill=${prefill}
    .transport=${transport ?? undefined}
    .receiver=${receiver}
    .association=${association}
    .signatureProvider=${signatureProvider}
    .definition=${definition}
    ?disabled=${disabled}
  ></taafi-form>`;
}

const clock = () => now;
const usual = pretendedTransport();

interface Played {
  readonly canvasElement: HTMLElement;
  readonly viewMode?: string;
}

/** The stories that are being played on one page, and where its reader was before. */
const played = { now: 0, top: 0 };

/** What brings a story to its state: somebody does something in its form, where there are several in the one named. */
export function by(
  act: (person: Person) => Promise<unknown>,
  selector?: string,
): (story: Played) => Promise<void> {
  return async ({ canvasElement, viewMode }) => {
    if (played.now === 0) played.top = scrollY;
    played.now += 1;
    try {
      await act(await Person.at(canvasElement, selector));
    } finally {
      played.now -= 1;
      // On a page of documentation no story may take the reader along to where its focus is.
      if (viewMode === 'docs') scrollTo({ top: played.top });
    }
  };
}

type Act = (person: Person) => Promise<unknown>;

/** Answers where nothing can be typed: on the page that is read before they are sent. */
export function inReview(args: FormArgs, act: Act = async () => undefined): FormStory {
  return {
    args,
    play: by(async (person) => {
      await act(person);
      await person.goOnTo('review');
    }),
  };
}

/** Answers in a form that takes none, as inside a disabled `<fieldset>`; what is to be done before is done by hand. */
export function disabled(args: FormArgs, act?: Act): FormStory {
  if (act === undefined) return { args: { ...args, disabled: true } };
  return {
    args,
    play: by(async (person) => {
      await act(person);
      person.form.disabled = true;
      await person.form.updateComplete;
    }),
  };
}

/** What all stories of forms have in common. The source shown is what a web admin writes: the JSON. */
export const formMeta = {
  component: 'taafi-form',
  render: formTemplate,
  parameters: {
    docs: {
      story: { autoplay: true },
      source: {
        language: 'json',
        transform: (_code: string, { args }: { args: FormArgs }) => JSON.stringify(shownOf(args), null, 2),
      },
    },
  },
} satisfies Meta<FormArgs>;

/** The fields of a definition with one step; all of a longer one. */
function shownOf({ definition }: FormArgs): unknown {
  const { steps } = definition as Partial<WrittenDefinition>;
  return steps?.length === 1 ? steps[0]?.fields : definition;
}

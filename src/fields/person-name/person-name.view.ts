import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { nodeNamed } from '../../core/node-search.js';
import type { FieldNode } from '../../core/nodes.js';
import { boxes } from '../../theme/boxes.styles.js';
import { groupFrame } from '../field-frame.js';
import type { FieldView, FormContext } from '../field-view.js';
import { partName } from './person-name.sentences.js';
import { personNameStyles } from './person-name.styles.js';
import type { NamePart, PersonNameDefinition, PersonNameInput } from './person-name.type.js';
import { askedOf, isAlwaysAsked, isResident, personName } from './person-name.type.js';

/** Autofill tokens of the parts. There is none for a grandfather's name. */
const tokens: Readonly<Record<NamePart, string>> = {
  first: 'given-name',
  father: 'additional-name',
  grandfather: 'off',
  family: 'family-name',
};

/** A box for each part of the name, under one legend. */
export const personNameView: FieldView = {
  type: personName,
  styles: [boxes, personNameStyles],
  render: (node, form) =>
    groupFrame(
      node,
      form,
      html`<div class="name-parts">
        ${askedOf(node.definition as PersonNameDefinition).map((part) => box(node, part, form))}
      </div>`,
    ),
  read: (control, node) => ({
    ...(node.input as PersonNameInput),
    [control.name.slice(node.path.length + 1)]: control.value,
  }),
  focusPart: (node) => `.${partAtFault(node) ?? 'first'}`,
};

function box(node: FieldNode, part: NamePart, form: FormContext): TemplateResult {
  const name = `${node.path}.${part}`;
  const definition = node.definition as PersonNameDefinition;
  const isFree =
    !isAlwaysAsked(part) && isResident(definition, (other) => nodeNamed(other, node.group)?.value);
  const words = partName(part, form.locale);
  const atFault = partAtFault(node);
  const isWrong = node.issue !== undefined && (atFault === undefined ? !isFree : atFault === part);
  return html`<div>
    <label for=${name}>${
      // Where the whole name may be left out, that stands in the legend.
      isFree && definition.required
        ? html`${`${words} `}<span class="optional">${form.locale.messages.optional}</span>`
        : words
    }</label>
    <input
      part="control"
      id=${name}
      name=${name}
      dir=${definition.letters === 'latin' ? 'ltr' : nothing}
      class=${definition.letters === 'latin' ? 'start-aligned' : nothing}
      autocomplete=${definition.sensitive ? 'off' : tokens[part]}
      autocapitalize="words"
      spellcheck="false"
      aria-invalid=${isWrong ? 'true' : nothing}
      .value=${(node.input as PersonNameInput)[part] ?? ''}
    />
  </div>`;
}

/** The part that a problem is about; undefined where it is about all of them. */
function partAtFault({ definition, issue }: FieldNode): NamePart | undefined {
  return askedOf(definition as PersonNameDefinition).find((part) => issue?.code.startsWith(`${part}-`));
}

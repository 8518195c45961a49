import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { FieldNode } from '../../core/nodes.js';
import { boxes } from '../../theme/boxes.styles.js';
import { clearButton, groupFrame } from '../field-frame.js';
import type { FieldView, FormContext } from '../field-view.js';
import { addressWordsOf } from './national-address.sentences.js';
import { nationalAddressStyles } from './national-address.styles.js';
import type {
  AddressPart,
  AddressWay,
  NationalAddressDefinition,
  NationalAddressInput,
} from './national-address.type.js';
import { addressParts, isDigits, nationalAddress, takenWay, waysOf } from './national-address.type.js';

/** Autofill tokens of the parts that browsers know. */
const tokens: Readonly<Partial<Record<AddressPart, string>>> = {
  district: 'address-level3',
  postalCode: 'postal-code',
  city: 'address-level2',
};

/** Radio buttons for the ways to give an address, and below them the boxes of the one that was taken. */
export const nationalAddressView: FieldView = {
  type: nationalAddress,
  styles: [boxes, nationalAddressStyles],
  render(node, form) {
    const definition = node.definition as NationalAddressDefinition;
    const ways = waysOf(definition);
    const way = takenWay(node.input as NationalAddressInput, definition);
    return groupFrame(
      node,
      form,
      html`${ways.length === 1 && way !== 'none' ? nothing : ways.map((one) => wayOption(node, one, way, form))}${
        way === 'short' ? html`<div class="address">${shortBox(node, form)}</div>` : nothing
      }${way === 'full' ? fullBoxes(node, form) : nothing}${clearButton(node, form)}`,
    );
  },
  read(control, node) {
    const key = control.name.slice(node.path.length + 1);
    return { ...(node.input as NationalAddressInput), [key]: control.value };
  },
  focusPart(node) {
    const definition = node.definition as NationalAddressDefinition;
    if (takenWay(node.input as NationalAddressInput, definition) === undefined)
      return `.way.${waysOf(definition)[0]}`;
    return `.${partAtFault(node)}`;
  },
};

function wayOption(
  node: FieldNode,
  way: AddressWay,
  taken: AddressWay | undefined,
  form: FormContext,
): TemplateResult {
  const name = `${node.path}.way`;
  return html`<label class="option" part="option">
    <input
      type="radio"
      id="${name}.${way}"
      name=${name}
      value=${way}
      .checked=${(node.input as NationalAddressInput).way === way && taken === way}
    /><span class="option-text">${addressWordsOf(form.locale).ways[way]}</span></label
  >`;
}

function shortBox(node: FieldNode, form: FormContext): TemplateResult {
  const { short, shortHint } = addressWordsOf(form.locale);
  const name = `${node.path}.short`;
  const isFull =
    takenWay(node.input as NationalAddressInput, node.definition as NationalAddressDefinition) === 'full';
  return html`<div>
    <label for=${name}>${isFull ? html`${`${short} `}<span class="optional">${form.locale.messages.optional}</span>` : short}</label>
    <p class="hint" id="${name}-hint">${shortHint}</p>
    <input
      part="control"
      class="start-aligned medium"
      id=${name}
      name=${name}
      dir="ltr"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      aria-describedby="${name}-hint"
      aria-invalid=${isAtFault(node, 'short')}
      .value=${(node.input as NationalAddressInput).short ?? ''}
    />
  </div>`;
}

function fullBoxes(node: FieldNode, form: FormContext): TemplateResult {
  return html`<div class="address">
    ${addressParts.map((part) => partBox(node, part, form))}${shortBox(node, form)}
  </div>`;
}

function partBox(node: FieldNode, part: AddressPart, form: FormContext): TemplateResult {
  const name = `${node.path}.${part}`;
  const isNumber = isDigits(part);
  const token = node.definition.sensitive ? undefined : tokens[part];
  return html`<div class=${isNumber ? 'number-part' : 'name-part'}>
    <label for=${name}>${addressWordsOf(form.locale).parts[part]}</label>
    <input
      part="control"
      class=${isNumber ? 'start-aligned' : nothing}
      id=${name}
      name=${name}
      dir=${isNumber ? 'ltr' : nothing}
      inputmode=${isNumber ? 'numeric' : nothing}
      autocomplete=${token ?? 'off'}
      spellcheck="false"
      aria-invalid=${isAtFault(node, part)}
      .value=${(node.input as NationalAddressInput)[part] ?? ''}
    />
  </div>`;
}

/** The part that a problem is about: the first, where it is about the whole. */
function partAtFault({ issue, input, definition }: FieldNode): string {
  const part = issue?.code === 'other-building' ? 'building' : /^[a-zA-Z]+(?=-)/.exec(issue?.code ?? '')?.[0];
  const way = takenWay(input as NationalAddressInput, definition as NationalAddressDefinition);
  const first = way === 'full' ? 'building' : way === 'none' ? 'way.none' : 'short';
  return part !== undefined && (part === 'short' || addressParts.some((one) => one === part)) ? part : first;
}

function isAtFault(node: FieldNode, part: AddressPart | 'short'): 'true' | typeof nothing {
  if (node.issue === undefined) return nothing;
  const isBoth = node.issue.code === 'other-building' && part === 'short';
  return partAtFault(node) === part || isBoth ? 'true' : nothing;
}

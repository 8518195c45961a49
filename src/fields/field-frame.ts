import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Option } from '../core/field-type.js';
import type { FieldNode } from '../core/nodes.js';
import type { FormContext } from './field-view.js';

/** Words of the label, with a mark where the answer may be left out. */
export function labelText({ definition }: FieldNode, { locale }: FormContext): TemplateResult | string {
  const label = locale.text(definition.label);
  // The space is part of the words: standing alone between two tags, screen readers would not get it.
  return definition.required
    ? label
    : html`${`${label} `}<span class="optional">${locale.messages.optional}</span>`;
}

/** The hint under a label, if there is one. */
export function hint(node: FieldNode, { locale }: FormContext): TemplateResult | typeof nothing {
  const text = node.definition.hint;
  return text === undefined
    ? nothing
    : html`<p class="hint" part="hint" id="${node.path}-hint">${locale.text(text)}</p>`;
}

/** What is wrong with the answer, once it has been told. */
export function problem(node: FieldNode, form: FormContext): TemplateResult | typeof nothing {
  return node.issue === undefined
    ? nothing
    : html`<p class="error" part="error" id="${node.path}-error">
        <span class="visually-hidden">${form.locale.messages.errorPrefix}</span> ${problemText(node, form)}
      </p>`;
}

/** The sentence about what is wrong with a field. */
export function problemText(node: FieldNode, { locale, engine }: FormContext): string {
  const code = node.issue?.code ?? 'required';
  // The type tells the limits of its own definitions; the catalogue has forgotten which those are.
  const limits = node.type.limits?.(node.definition as never, engine.context, code);
  return locale.problem(node.definition, code, limits, node.type.sentences, node);
}

/** Ids of what describes the control: only what is on the page, for a missing one is announced by some readers. */
export function describedBy(node: FieldNode, ...more: readonly string[]): string | typeof nothing {
  const ids = [...more];
  if (node.issue !== undefined) ids.unshift(`${node.path}-error`);
  if (node.definition.hint !== undefined) ids.unshift(`${node.path}-hint`);
  return ids.length === 0 ? nothing : ids.join(' ');
}

/** The words beside a radio button or a box to tick: those of the option are its name, the hint describes it. */
export function optionWords(
  { path }: FieldNode,
  { value, label, hint }: Option,
  { locale }: FormContext,
): TemplateResult {
  // Without a hint the words are all there is in the label, and name the option by themselves.
  if (hint === undefined) return html`<span class="option-text">${locale.text(label)}</span>`;
  const id = `${path}.${value}`;
  return html`<span class="option-text"
    ><span id="${id}-label">${locale.text(label)}</span
    ><span class="hint" id="${id}-hint">${locale.text(hint)}</span></span
  >`;
}

/** Value of `aria-invalid`. */
export function invalid(node: FieldNode): 'true' | typeof nothing {
  return node.issue === undefined ? nothing : 'true';
}

/** Class of the element around a field: a bar at its start edge while something is wrong. */
export function fieldClass(node: FieldNode): string {
  return node.issue === undefined ? 'field' : 'field invalid';
}

/** Autofill token of a control: none where the answer is sensitive. */
export function autofill({ definition }: FieldNode): string | typeof nothing {
  return definition.sensitive ? 'off' : (definition.autocomplete ?? nothing);
}

/** A single control with its label in front: the frame of every field that is one box. */
export function boxFrame(
  node: FieldNode,
  form: FormContext,
  control: unknown,
  after: unknown = nothing,
): TemplateResult {
  return html`<div class=${fieldClass(node)} part="field">
    <label for=${node.path} part="label">${labelText(node, form)}</label>${hint(node, form)}${problem(node, form)}${control}${after}
  </div>`;
}

/**
 * A native group of radio buttons cannot be left empty again: where no answer is needed a button does that, and `isForRequired`
 * where one is as well.
 */
export function clearButton(
  node: FieldNode,
  form: FormContext,
  isForRequired = false,
): TemplateResult | typeof nothing {
  const { definition, type, path } = node;
  if ((definition.required && !isForRequired) || node.input === type.empty) return nothing;
  const { clear, clearShort } = form.locale.messages;
  const name = form.locale.text(definition.name ?? definition.label);
  return html`<button
    type="button"
    class="link clear"
    aria-label=${clear(name)}
    @click=${() => {
      form.engine.input(node, type.empty);
      form.changed(node);
      form.focusOn(`${path}-group`);
    }}
  >
    ${clearShort}
  </button>`;
}

/** Several controls under one legend. */
export function groupFrame(node: FieldNode, form: FormContext, controls: unknown): TemplateResult {
  return html`<fieldset class=${fieldClass(node)} part="field" aria-describedby=${describedBy(node)}>
    <legend part="label" tabindex="-1" id="${node.path}-group">${labelText(node, form)}</legend>${hint(node, form)}${problem(node, form)}${controls}
  </fieldset>`;
}

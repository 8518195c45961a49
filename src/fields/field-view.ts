import type { CSSResult, nothing, TemplateResult } from 'lit';
import type { Engine } from '../core/engine.js';
import type { AnyFieldType, Catalog } from '../core/field-type.js';
import type { FirstBytes } from '../core/file-signature.js';
import type { FieldNode } from '../core/nodes.js';
import type { FormLocale } from '../locale/locale.js';
import type { Messages } from '../locale/messages.js';
import type { Outgoing, Submission } from '../transport/transport.js';

/** A native control of a field: its `name` is the path of the answer. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What a view may use of the form it is drawn in. A new one is made for each language, so that views draw anew. */
export interface FormContext {
  readonly engine: Engine;
  readonly locale: FormLocale;
  /** Where the definition was read from; undefined where the page has given it as an object. */
  readonly address: string | undefined;
  /** Draws fields inside a field; each is drawn anew by itself when it changes. */
  fields(nodes: readonly FieldNode[]): unknown;
  /** Says something to screen readers without moving the focus. */
  announce(sentence: string): void;
  /** Moves the focus to the element with this id, once what was changed is on the page. */
  focusOn(id: string): void;
  /** To be called when a button has changed a field: the page is told of it as of everything that is typed. */
  changed(node: FieldNode): void;
  /** A way to sign beside the form's own, where the page has one. */
  besideSignature(node: FieldNode): unknown;
  /** Takes files that a person chose for a field. */
  chooseFiles(node: FieldNode, files: Iterable<File>, firstBytes: FirstBytes): void;
}

/** How a type of field is drawn in the form's own shadow root. With it comes all that the type needs to be used. */
export interface FieldView {
  /** The type itself; only it looks inside its own definitions and answers. */
  readonly type: Pick<AnyFieldType, 'type' | 'kind'>;
  /** What only this type says while it is filled in, by language; in a language that is not there it says what comes later. */
  readonly words?: Readonly<Record<string, Partial<Messages>>>;
  /** How that looks which not every type has. */
  readonly styles?: CSSResult | readonly CSSResult[];
  /**
   * The field as one element. Of templates without directives nothing is kept in memory: what a control holds is
   * compared with the page itself, as `live` would, and what must not become something else has a `data-key`.
   */
  render(node: FieldNode, form: FormContext): TemplateResult | typeof nothing;
  /** What the field's controls hold now that one of them has changed. */
  read?(control: Control, node: FieldNode, form: FormContext): unknown;
  /** The part of the field to focus for a problem: what follows the path in the id of a control, with its dot. */
  focusPart?(node: FieldNode): string;
  /** On the review, what is said above the answers inside the field. */
  aboveAnswers?(node: FieldNode, form: FormContext): string;
  /** Seals what of a submission only the holder of a key may read; `catalog` has every type of the form. @throws SendError */
  seal?(submission: Submission, engine: Engine, catalog: Catalog): Promise<Outgoing>;
}

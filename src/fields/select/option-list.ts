import type { WrittenOption } from '../../core/definition.js';
import { optionFrom } from '../../core/definition.js';
import type { FieldDefinition, Option } from '../../core/field-type.js';
import type { FieldNode } from '../../core/nodes.js';
import { searchOf } from '../../core/option-search.js';
import type { FormContext } from '../field-view.js';

/** Whether the options of a field are here: on their way, or not to be had. */
export type ListState = 'here' | 'loading' | 'failed';

interface Loading {
  state: ListState;
  /** The fields that are drawn with these options, one for each item of a list. */
  readonly nodes: Map<FieldNode, FormContext>;
}

const loadings = new WeakMap<FieldDefinition, Loading>();

/** The state of a field's options. Those that stand in another file are asked for when the field is first drawn. */
export function listState(node: FieldNode, form: FormContext): ListState {
  const { definition } = node;
  let loading = loadings.get(definition);
  if (loading === undefined) {
    loading = { state: definition.options === undefined ? 'loading' : 'here', nodes: new Map() };
    loadings.set(definition, loading);
    if (loading.state === 'loading') void load(definition, form.address, loading);
    else prepare(definition);
  }
  if (loading.state !== 'here') loading.nodes.set(node, form);
  return loading.state;
}

/** Asks once more for options that could not be had. */
export function loadAgain({ definition }: FieldNode, form: FormContext): void {
  const loading = loadings.get(definition);
  if (loading?.state !== 'failed') return;
  settle(loading, 'loading');
  void load(definition, form.address, loading);
}

async function load(
  definition: FieldDefinition,
  address: string | undefined,
  loading: Loading,
): Promise<void> {
  const options = await optionsAt(definition.src ?? '', address).catch((error: unknown) => {
    console.warn(`The options of «${definition.id}» could not be loaded.`, error);
    return undefined;
  });
  if (options !== undefined) {
    // The definition was made for this form alone; from now on it has its options.
    (definition as { options?: readonly Option[] }).options = options;
    prepare(definition);
  }
  settle(loading, options === undefined ? 'failed' : 'here');
}

function settle(loading: Loading, state: ListState): void {
  loading.state = state;
  // Read anew: what was typed may be one of the options.
  for (const [node, { engine }] of loading.nodes) engine.input(node, node.input);
}

/** @throws where the list is of a strange origin, cannot be brought or is none. */
async function optionsAt(src: string, address: string | undefined): Promise<readonly Option[]> {
  const base = new URL(address ?? '', document.baseURI);
  const url = new URL(src, base);
  if (![location.origin, base.origin].includes(url.origin))
    throw new TypeError(`${url.origin} is another origin`);
  const response = await fetch(url, { credentials: 'same-origin', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new TypeError(`status ${response.status}`);
  const json: unknown = await response.json();
  if (!Array.isArray(json) || json.length === 0 || !json.every(isOption))
    throw new TypeError('no list of options');
  return json.map(optionFrom);
}

function isOption(json: unknown): json is WrittenOption {
  return typeof json === 'object' && json !== null && 'value' in json && typeof json.value === 'string';
}

/** Makes the search ready bit by bit, for the first key is to be as quick as the others. */
function prepare({ options = [] }: FieldDefinition): void {
  const search = searchOf(options);
  const step = () => {
    if (!search.prepare()) setTimeout(step);
  };
  setTimeout(step);
}

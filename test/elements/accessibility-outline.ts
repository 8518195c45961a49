import { executeServerCommand } from '@web/test-runner-commands';

/** What a screen reader is given for one element. */
interface Accessible {
  readonly role: string;
  readonly name?: string;
  readonly description?: string;
  readonly value?: string;
  readonly valuetext?: string;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  readonly invalid?: string;
  readonly level?: number;
  readonly modal?: boolean;
  readonly children?: readonly Accessible[];
}

/** Roles that say nothing of their own. What is inside them is outlined in their place. */
const silent = new Set(['none', 'generic', 'RootWebArea', 'Legend', 'LabelText', 'form']);
/** Text is told by the name or the description of what it belongs to; options are told one at a time. */
const left = new Set([
  'StaticText',
  'InlineTextBox',
  'LineBreak',
  'ListMarker',
  'MenuListPopup',
  'paragraph',
]);

/**
 * All that a screen reader can come to on the page, one line each, indented by what it is in:
 * `textbox "Name" (As it is on the card) = Salem, invalid`.
 */
export async function accessibilityOutline(): Promise<string[]> {
  const root = await executeServerCommand<Accessible, undefined>('accessibility-tree');
  return [...linesOf(root, 0)];
}

function* linesOf(node: Accessible, depth: number): Generator<string> {
  if (left.has(node.role)) return;
  const isSilent = silent.has(node.role);
  if (!isSilent) yield `${'  '.repeat(depth)}${lineOf(node)}`;
  for (const child of node.children ?? []) yield* linesOf(child, isSilent ? depth : depth + 1);
}

function lineOf({ role, name, description, value, level, ...state }: Accessible): string {
  const states = [
    state.checked === true && 'checked',
    state.disabled === true && 'disabled',
    state.expanded === true && 'expanded',
    state.modal === true && 'modal',
    state.invalid === 'true' && 'invalid',
  ].filter((word) => word !== false);
  return [
    role === 'heading' ? `heading ${level}` : role,
    name ? ` "${tidy(name)}"` : '',
    // A tooltip in the same words is not read twice.
    description && description !== name ? ` (${tidy(description)})` : '',
    value ? ` = ${value}` : '',
    ...states.map((word) => `, ${word}`),
  ].join('');
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

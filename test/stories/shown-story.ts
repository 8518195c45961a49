import type { TemplateResult } from 'lit';
import { render } from 'lit';
import type { TaafiForm } from '../../src/index.js';
import { silentAddress } from '../../stories/support/pretended-receiver.js';
import { until } from '../../stories/support/until.js';

interface Context {
  readonly args: Readonly<Record<string, unknown>>;
  readonly globals: Readonly<Record<string, unknown>>;
  readonly loaded: Readonly<Record<string, unknown>>;
  readonly canvasElement: HTMLElement;
}

type Render = (args: Context['args'], context: Context) => TemplateResult;

interface Annotations {
  readonly args?: Context['args'];
  readonly globals?: Context['globals'];
  readonly loaders?: readonly (() => Promise<Context['loaded']>)[];
  readonly render?: Render;
  readonly play?: (context: Context) => Promise<void>;
}

/** A file of stories: its default export says what all of them have in common. */
export type StoryModule = Readonly<Record<string, Annotations>> & { readonly default: Annotations };

/** Names of the stories in a file. */
export function storyNames(module: StoryModule): string[] {
  return Object.keys(module).filter((name) => name !== 'default');
}

/** What a story sets, its own and that of its file. */
export function argsOf(module: StoryModule, name: string): Context['args'] {
  return { ...module.default.args, ...module[name]?.args };
}

/**
 * A story on the page, in a language, rendered and brought to its state as Storybook does it, with the space around
 * it that .storybook/preview.css gives. It stays until the next one is shown.
 */
export async function show(
  module: StoryModule,
  name: string,
  language: 'ar' | 'en',
  globals: Context['globals'] = {},
): Promise<HTMLElement> {
  const canvas = emptyCanvas(language);
  const story = { ...module.default, ...module[name] };
  const loaders = [...(module.default.loaders ?? []), ...(module[name]?.loaders ?? [])];
  const loaded = await Promise.all(loaders.map((load) => load()));
  const context: Context = {
    args: argsOf(module, name),
    globals: { language, theme: 'light', ...story.globals, ...globals },
    loaded: Object.assign({}, ...loaded),
    canvasElement: canvas,
  };
  if (story.render === undefined) throw new Error(`The story ${name} renders nothing.`);
  render(story.render(context.args, context), canvas);
  await story.play?.(context);
  const forms = 'taafi-form, taafi-support-request, taafi-data-declaration';
  for (const form of canvas.querySelectorAll<TaafiForm>(forms)) {
    await form.updateComplete;
    // One that is still loading stays so.
    if (form.definition === silentAddress()) continue;
    if (form.association !== undefined && form.association !== '')
      await until(() => form.shadowRoot?.querySelector('.about'), 'the association');
    const isDeclaration = form.localName === 'taafi-data-declaration';
    if (isDeclaration || typeof form.definition === 'object')
      await until(() => isThere(form), 'the form or its faults');
  }
  return canvas;
}

function isThere({ page, shadowRoot }: TaafiForm): boolean {
  return (
    (page !== '' && shadowRoot?.querySelector('#title') !== null && isDrawn(shadowRoot)) ||
    shadowRoot?.querySelector('.faults') !== null
  );
}

/** Some views come when they are first drawn. */
function isDrawn(root: ShadowRoot | null): boolean {
  return root?.querySelector('.awaited') === null;
}

function emptyCanvas(language: 'ar' | 'en'): HTMLElement {
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  Object.assign(document.documentElement, { lang: language, dir: direction });
  document.body.style.margin = '0';
  document.body.textContent = '';
  const canvas = document.createElement('div');
  Object.assign(canvas, { lang: language, dir: direction });
  canvas.style.cssText =
    'color-scheme: light; padding: 24px; background: Canvas; color: CanvasText; font: 18px / 1.7 sans-serif';
  document.body.append(canvas);
  return canvas;
}

import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { pairs } from '../../src/core/theme/pairs.js';
import type { ColourName } from '../../src/core/theme/theme.js';
import { colourNames } from '../../src/core/theme/theme.js';
import { everyStory } from '../../stories/every-story.js';
import type { StoryModule } from './shown-story.js';
import { show } from './shown-story.js';

/** Stories in which, taken together, every part of the styles is seen. */
const shown = {
  'theme/theme-editor': ['Editor'],
  'form/pages': ['StepWithProgressOpened', 'ReviewWithProblems', 'WithAssociation'],
  'fields/file': ['TooLarge'],
  'fields/matrix': ['Answered'],
  'fields/ranking': ['Begun'],
  'form/sending': ['Offline', 'FormChanged'],
  'receipt-check/receipt-check': ['Genuine', 'Changed'],
} as const satisfies Partial<Record<keyof typeof everyStory, readonly string[]>>;

/** A colour for each token that nothing else has. */
const marks = new Map(
  colourNames.map((name, place): [string, ColourName] => [`rgb(${place + 1}, ${place * 7 + 3}, 201)`, name]),
);

describe('the list of pairs of colours', function () {
  this.timeout(120_000);

  it('has every pair that a text is drawn with', async () => {
    await setViewport({ width: 800, height: 900 });
    const sheet = new CSSStyleSheet();
    const lines = [...marks].map(([colour, name]) => `--taafi-${name}: ${colour} !important`);
    sheet.replaceSync(`*, .pane > .piece { ${lines.join('; ')} }`);
    const known = new Set(
      pairs.filter(({ kind }) => kind === 'text').map(({ seen, on }) => `${seen} on ${on}`),
    );
    const unknown = new Map<string, string>();
    const found = new Set<string>();
    document.adoptedStyleSheets = [sheet];
    try {
      for (const [file, names] of Object.entries(shown)) {
        // The keys are those of the object above.
        const module = (await everyStory[file as keyof typeof shown]()) as unknown as StoryModule;
        for (const name of names) {
          const canvas = await show(module, name, 'en');
          // The editor sets the tokens for each of its panes.
          canvas.querySelector('theme-editor')?.shadowRoot?.adoptedStyleSheets.push(sheet);
          for (const { pair, text } of textsIn(canvas)) {
            found.add(pair);
            if (!known.has(pair)) unknown.set(pair, `${file} ${name} «${text}»`);
          }
        }
      }
    } finally {
      document.adoptedStyleSheets = [];
    }
    expect([...unknown].map(([pair, where]) => `${pair}: ${where}`)).to.deep.equal([]);
    expect(found.size).to.be.above(10);
  });
});

/** The texts below an element that are drawn in a token's colour on a token's ground. */
function* textsIn(root: ParentNode): Generator<{ pair: string; text: string }> {
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot !== null) yield* textsIn(element.shadowRoot);
    const text = [...element.childNodes]
      .flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.textContent?.trim() ?? ''] : []))
      .join('');
    if (text === '' || !element.checkVisibility() || element.closest('.visually-hidden, svg, option'))
      continue;
    const seen = marks.get(getComputedStyle(element).color);
    const on = groundOf(element);
    if (seen !== undefined && on !== undefined) yield { pair: `${seen} on ${on}`, text: text.slice(0, 40) };
  }
}

/** The first ground behind an element that lets nothing through. */
function groundOf(element: Element | undefined): ColourName | undefined {
  for (let at = element; at !== undefined; at = parentOf(at)) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== 'rgba(0, 0, 0, 0)') return marks.get(backgroundColor);
  }
  return undefined;
}

function parentOf(element: Element): Element | undefined {
  const { parentNode } = element;
  if (parentNode instanceof ShadowRoot) return parentNode.host;
  return parentNode instanceof Element ? parentNode : undefined;
}

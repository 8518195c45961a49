import { expect } from '@open-wc/testing';
import { emulateMedia, executeServerCommand, setViewport } from '@web/test-runner-commands';
import type { AxeResults, RunOptions } from 'axe-core';
import 'axe-core/axe.min.js';
import { parseDefinition } from '../../src/core/parse.js';
import { catalog } from '../../src/fields/catalog.js';
import { everyStory } from '../../stories/every-story.js';
import { axeRules, colourRules } from '../../stories/support/axe-rules.js';
import type { StoryModule } from './shown-story.js';
import { argsOf, show, storyNames } from './shown-story.js';

declare const axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };

/** The narrowest phone in both languages, and a desktop; `npm run test:stories` looks at all stories at all widths. */
const widths = { ar: [320, 1280], en: [320] } as const;

/** Checks the stories of the files that are wanted in a language. */
export function checkStories(language: 'ar' | 'en', isWanted: (file: string) => boolean): void {
  for (const [file, load] of Object.entries(everyStory)) if (isWanted(file)) checkFile(file, language, load);
}

function checkFile(file: string, language: 'ar' | 'en', load: () => Promise<unknown>): void {
  describe(`the stories ${file}`, () => {
    const { error } = console;
    let module: StoryModule;

    before(async () => {
      // What a file of stories exports is for Storybook to say; here only what the tests use of it is named.
      module = (await load()) as StoryModule;
      // A colour half-way to another would be measured.
      await emulateMedia({ reducedMotion: 'reduce' });
      // What a broken definition has to say to the admin, the console need not say here.
      if (file === 'form/broken-definition') console.error = () => undefined;
    });

    after(() => {
      console.error = error;
    });

    it('have definitions without fault', () => {
      const names = storyNames(module);
      expect(names).not.to.be.empty;
      if (file === 'form/broken-definition') return;
      for (const name of names) {
        const { definition } = argsOf(module, name);
        if (definition !== undefined)
          expect(parseDefinition(definition, catalog).problems, name).to.deep.equal([]);
      }
    });

    it(`can be used by everybody in ${language}, from 320 pixels on`, async function () {
      // Most of it is axe, and some pages have many parts.
      this.timeout(270_000);
      const faults: string[] = [];
      for (const name of storyNames(module)) {
        const canvas = await show(module, name, language);
        for (const width of widths[language]) {
          await setViewport({ width, height: 800 });
          const found = [...(await axeFaults(canvas, axeRules)), ...overflowing(canvas)];
          faults.push(...found.map((fault) => `${name}, ${width} px: ${fault}`));
        }
        // Words differ from language to language, and colours do not. `npm run test:stories` looks at all of them.
        // The editor of themes shows both schemes at once by itself.
        if (language === 'ar' && name === storyNames(module)[0] && !file.startsWith('theme/'))
          faults.push(...(await colourFaults(canvas)).map((fault) => `${name}, ${fault}`));
      }
      expect(faults.slice(0, 10).join('\n'), `${faults.length} faults`).to.equal('');
    });
  });
}

/** What cannot be read in the dark, or with few colours. */
async function colourFaults(canvas: HTMLElement): Promise<string[]> {
  canvas.style.colorScheme = 'dark';
  const inTheDark = await axeFaults(canvas, colourRules);
  canvas.style.colorScheme = 'light';
  await executeServerCommand('forced-colours', true);
  const inFewColours = await axeFaults(canvas, colourRules);
  await executeServerCommand('forced-colours', false);
  return [
    ...inTheDark.map((fault) => `dark: ${fault}`),
    ...inFewColours.map((fault) => `forced colours: ${fault}`),
  ];
}

async function axeFaults(canvas: Element, rules: RunOptions): Promise<string[]> {
  const { violations } = await axe.run(canvas, rules);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, failureSummary }) =>
      `${id} at ${target.flat().join(' ')} ${html.slice(0, 120)}: ${failureSummary}`.replace(/\s+/g, ' '),
    ),
  );
}

/** Elements of the forms that reach over an edge of the window: with these a page scrolls in two directions. */
function overflowing(canvas: Element): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const over = [...everyElement(canvas)].filter((element) => {
    // What is folded away has a place in Firefox, and nobody sees it.
    if (element.closest('.visually-hidden') !== null || !element.checkVisibility()) return false;
    const { left, right, width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && (left < -0.5 || right > clientWidth + 0.5);
  });
  const names = over.map(
    ({ localName, className, id }) => `${localName}.${className}#${id} reaches over the edge`,
  );
  return scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`, ...names] : names;
}

function* everyElement(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot !== null) yield* everyElement(element.shadowRoot);
  }
}

import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { until } from '../../stories/support/until.js';
import type { ThemeEditor } from '../../stories/theme/theme-editor.js';
import type { StoryModule } from './shown-story.js';
import { show } from './shown-story.js';

describe('the theme editor', function () {
  this.timeout(60_000);
  let editor: ThemeEditor;

  before(async () => {
    // A colour half-way to another would be looked at.
    await emulateMedia({ reducedMotion: 'reduce' });
    const module = (await import('../../stories/theme/theme-editor.stories.js')) as unknown as StoryModule;
    const canvas = await show(module, 'Editor', 'en');
    editor = await until(() => canvas.querySelector('theme-editor'), 'the editor');
  });

  const find = <Found extends HTMLElement = HTMLInputElement>(selector: string): Found => {
    const found = editor.shadowRoot?.querySelector<Found>(selector);
    if (!found) throw new Error(`There is no ${selector}`);
    return found;
  };
  const words = (selector: string) => find(selector).textContent?.trim().replace(/\s+/g, ' ') ?? '';
  /** Somebody goes to a control and types into it. */
  const type = async (selector: string, text: string) => {
    find(selector).focus();
    find(selector).select?.();
    await sendKeys({ type: text });
    await sendKeys({ press: 'Enter' });
    await editor.updateComplete;
  };
  const inPane = (scheme: string, selector: string) => {
    const form = find(`.pane.${scheme} [data-piece="errors"]`);
    const found = form.shadowRoot?.querySelector(selector);
    if (!found) throw new Error(`There is no ${selector}`);
    return getComputedStyle(found);
  };

  it('shows a step with errors, a rating, a receipt, a request and a chart, in light and dark', () => {
    for (const scheme of ['light', 'dark']) {
      for (const [element, sight] of [
        ['[data-piece="errors"]', '#errors'],
        ['[data-piece="rating"]', '[name="satisfied"]:checked'],
        ['[data-piece="receipt"]', '.receipt'],
        ['taafi-status-tracker', '.where'],
        ['taafi-survey-results', '.chart'],
      ] as const) {
        const shown = find(`.pane.${scheme} ${element}`);
        expect(shown.shadowRoot?.querySelector(sight), `${scheme} ${sight}`).to.exist;
      }
    }
    expect(words('#sum')).to.match(/^All \d+ pairs have enough contrast$/);
  });

  it('changes everything at once, says in words which pairs no longer hold, and takes it back', async () => {
    await type('#accent-code', '#88c0b0');
    expect(inPane('light', '.primary').backgroundColor).to.equal('rgb(136, 192, 176)');
    expect(inPane('dark', '.primary').backgroundColor).to.equal('rgb(127, 211, 189)');
    expect(words('#sum')).to.match(/^Not enough: \d+ of \d+$/);
    expect(words('.token:has(#accent) .verdict')).to.match(/^not enough: lowest \d\.\d:1 with /);
    expect(words('#css')).to.include('--taafi-accent: light-dark(#88c0b0, #7fd3bd);');
    await type('#accent-code', '#0b5d4e');
    expect(words('#sum')).to.match(/^All/);
  });

  it('does not take for a colour what is none, and says what one looks like', async () => {
    await type('#ink-code', 'inky');
    expect(find('#ink-code').getAttribute('aria-invalid')).to.equal('true');
    expect(words('#ink-fault')).to.include('#0b5d4e');
    await type('#ink-code', '17231f');
    expect(find('#ink-code').getAttribute('aria-invalid')).to.equal('false');
  });

  it('has shapes, sizes and other themes, and colours the scheme that is chosen', async () => {
    await type('#radius', '2');
    expect(inPane('dark', '.primary').borderTopLeftRadius).to.equal('2px');
    await type('#latin-fontSize', '1.25');
    expect(inPane('light', '.root').fontSize).to.equal('20px');
    expect(words('#css')).to.include('max(1.25rem, 1.25em, 20px)');
    find<HTMLElement>('[name="scheme"][value="dark"]').click();
    find<HTMLElement>('#more').click();
    await editor.updateComplete;
    expect(inPane('dark', '.root').backgroundColor).to.equal('rgb(0, 0, 0)');
    const start = find<HTMLSelectElement & HTMLInputElement>('#start');
    start.value = 'platforms-code';
    start.dispatchEvent(new Event('change'));
    await editor.updateComplete;
    expect(inPane('light', '.primary').borderTopLeftRadius).to.equal('4px');
    const tokens = JSON.parse(find('#tokens').textContent ?? '');
    expect(tokens.color.light.accent.$value.hex).to.equal('#155f3d');
  });
});

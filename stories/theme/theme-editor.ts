import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { colourFrom, hexOf } from '../../src/core/theme/colour.js';
import type { Judged } from '../../src/core/theme/pairs.js';
import { judgePairs } from '../../src/core/theme/pairs.js';
import type { ColourName, LengthName, Mode, Script, TextSize, Theme } from '../../src/core/theme/theme.js';
import { colourNames, lengthNames } from '../../src/core/theme/theme.js';
import { declarationsFor, themeCss } from '../../src/core/theme/theme-css.js';
import { writeTheme } from '../../src/core/theme/theme-file.js';
import { editorStyles } from './theme-editor.styles.js';
import type { ThemeName } from './theme-list.js';
import { themeNames, themeTitles } from './theme-list.js';
import { bringToState, previewPieces } from './theme-preview.js';
import type { EditorWords } from './theme-words.js';
import { editorWords } from './theme-words.js';

/** Where a theme is made by eye: every token beside everything it changes. For stories; the kit does not ship it. */
export class ThemeEditor extends LitElement {
  static override readonly styles = editorStyles;

  /** The themes to begin with. */
  @property({ attribute: false }) themes!: Readonly<Record<ThemeName, Theme>>;
  @property({ attribute: false }) language: 'ar' | 'en' = 'ar';

  /** What is being made. */
  @state() theme: Theme | undefined;
  @state() private isDark = false;
  @state() private wantsMore = false;
  /** What was typed as a colour and is none. */
  @state() private wrong: { readonly name: ColourName; readonly text: string } | undefined;
  @state() private told = '';

  /** Settles when all that is shown has come to the state it is there for. */
  readonly ready: Promise<void>;
  #isReady!: () => void;
  #isNot!: (cause: unknown) => void;
  readonly #sheet = new CSSStyleSheet();
  #start: ThemeName = 'taafi';

  constructor() {
    super();
    this.ready = new Promise((resolve, reject) => {
      this.#isReady = resolve;
      this.#isNot = reject;
    });
  }

  protected override willUpdate(): void {
    this.theme ??= this.themes[this.#start];
    this.#sheet.replaceSync(this.#paneCss(this.theme));
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    const { shadowRoot } = this;
    if (shadowRoot === null) return;
    shadowRoot.adoptedStyleSheets.push(this.#sheet);
    bringToState(shadowRoot).then(this.#isReady, this.#isNot);
  }

  protected override render(): TemplateResult {
    const words = editorWords[this.language];
    const theme = this.theme ?? this.themes[this.#start];
    const judged = judgePairs(theme.colours[this.#mode], this.#mode);
    return html`<div class="editor" dir=${words.direction} lang=${this.language}>
      <section class="panel" aria-labelledby="title">
        <div>
          <h2 id="title">${words.title}</h2>
          <p class="quiet">${words.intro}</p>
        </div>
        <label>${words.startFrom}<select id="start" @change=${this.#startFrom}>
            ${themeNames.map((name) => html`<option value=${name} .selected=${name === this.#start}>${themeTitles[name][this.language]}</option>`)}
          </select></label>
        ${this.#schemeTemplate(words)} ${this.#sumTemplate(words, judged)}
        <fieldset>
          <legend>${words.colours}</legend>
          ${colourNames.map((name) => this.#colourTemplate(words, theme, name, judged))}
        </fieldset>
        <fieldset>
          <legend>${words.shapes}</legend>
          ${lengthNames.map((name) => this.#lengthTemplate(words, theme, name))}
        </fieldset>
        ${this.#textTemplate(words, theme)} ${this.#tableTemplate(words, judged)}
        ${this.#takeTemplate(words, theme)}
      </section>
      <section class="previews" aria-labelledby="previews">
        <h3 id="previews" class="visually-hidden">${words.preview}</h3>
        ${[false, true].map(
          (dark) => html`<div class="pane ${dark ? 'dark' : 'light'} ${dark === this.isDark ? '' : 'other'}">
            <h3>${dark ? words.dark : words.light}</h3>
            ${previewPieces(words, this.language)}
          </div>`,
        )}
      </section>
    </div>`;
  }

  #schemeTemplate(words: EditorWords): TemplateResult {
    const scheme = (dark: boolean, name: string) =>
      html`<label>
        <input
          type="radio"
          name="scheme"
          value=${dark ? 'dark' : 'light'}
          .checked=${live(this.isDark === dark)}
          @change=${() => {
            this.isDark = dark;
          }}
        />${name}</label
      >`;
    return html`<fieldset>
      <legend>${words.scheme}</legend>
      <div class="choices">${scheme(false, words.light)}${scheme(true, words.dark)}</div>
      <label class="tick"
        ><input
          id="more"
          type="checkbox"
          .checked=${live(this.wantsMore)}
          @change=${() => {
            this.wantsMore = !this.wantsMore;
          }}
        />${words.moreContrast}</label
      >
    </fieldset>`;
  }

  #sumTemplate(words: EditorWords, judged: readonly Judged[]): TemplateResult {
    const failing = judged.filter(({ holds }) => !holds).length;
    return html`<p id="sum" role="status" class="sum ${failing === 0 ? 'good' : 'bad'}">
      ${failing === 0 ? words.allHold(judged.length) : words.someFail(failing, judged.length)}
    </p>`;
  }

  #colourTemplate(
    words: EditorWords,
    theme: Theme,
    name: ColourName,
    judged: readonly Judged[],
  ): TemplateResult {
    const { name: title, use } = words.colour[name];
    const hex = theme.colours[this.#mode][name];
    const isWrong = this.wrong?.name === name;
    const change = (event: Event) => this.#setColour(name, event);
    return html`<div class="token colour">
      <input id=${name} type="color" .value=${live(hex)} @input=${change} />
      <label for=${name}><span class="name">${title}</span><span class="use">${use}</span></label>
      <input
        class="code"
        id="${name}-code"
        dir="ltr"
        spellcheck="false"
        autocomplete="off"
        maxlength="7"
        aria-label=${words.hexOf(title)}
        aria-invalid=${isWrong}
        aria-describedby=${isWrong ? `${name}-fault` : nothing}
        .value=${live(isWrong ? (this.wrong?.text ?? '') : hex)}
        @change=${change}
      />
      ${isWrong ? html`<p class="fault" id="${name}-fault">${words.notAColour}</p>` : lowest(words, name, judged)}
    </div>`;
  }

  #lengthTemplate(words: EditorWords, theme: Theme, name: LengthName): TemplateResult {
    const { value } = theme.lengths[name];
    const [least, most] = { radius: [0, 28], 'control-size': [44, 72], width: [20, 80] }[name];
    return numberTemplate(name, words.length[name], { value, least, most, step: 1 }, (number) => {
      this.#change({ lengths: { ...theme.lengths, [name]: { ...theme.lengths[name], value: number } } });
    });
  }

  #textTemplate(words: EditorWords, theme: Theme): TemplateResult {
    const size = (script: Script, part: keyof TextSize, described: EditorWords['arabicSize']) => {
      const limits =
        part === 'fontSize' ? { least: 1, most: 1.75, step: 0.0625 } : { least: 1.3, most: 2.2, step: 0.05 };
      const value = theme.text[script][part];
      return numberTemplate(`${script}-${part}`, described, { value, ...limits }, (number) => {
        this.#change({ text: { ...theme.text, [script]: { ...theme.text[script], [part]: number } } });
      });
    };
    return html`<fieldset>
      <legend>${words.text}</legend>
      ${size('arabic', 'fontSize', words.arabicSize)} ${size('arabic', 'lineHeight', words.arabicHeight)}
      ${size('latin', 'fontSize', words.latinSize)} ${size('latin', 'lineHeight', words.latinHeight)}
      <label>
        <span class="name">${words.font.name}</span> <span class="use">${words.font.use}</span>
        <input
          class="wide"
          id="font"
          dir="ltr"
          autocomplete="off"
          .value=${live(theme.font.join(', '))}
          @change=${(event: Event) => {
            // Only what can stand in a style sheet as a name.
            const names = writtenIn(event)
              .split(',')
              .map((each) => each.replace(/[^\p{L}\p{N} _-]/gu, '').trim());
            this.#change({ font: names.filter((each) => each !== '') });
          }}
        />
      </label>
    </fieldset>`;
  }

  #tableTemplate(words: EditorWords, judged: readonly Judged[]): TemplateResult {
    return html`<details>
      <summary>${words.contrast}</summary>
      <div class="table" tabindex="0" role="group" aria-label=${words.contrast}>
        <table>
          <thead>
            <tr>
              ${words.headings.map((heading) => html`<th scope="col">${heading}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${judged.map(
              ({ pair, ratio, needed, holds }) =>
                html`<tr>
                  <th scope="row">${pairName(words, pair)}</th>
                  <td>${pair.kind === 'text' ? words.kindText : words.kindSign}</td>
                  <td><bdi>${written(ratio)}</bdi></td>
                  <td><bdi>${needed}:1</bdi></td>
                  <td class=${holds ? 'good' : 'bad'}>${holds ? words.passes : words.fails}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  #takeTemplate(words: EditorWords, theme: Theme): TemplateResult {
    const made = { ...theme, name: 'my-theme' };
    const css = themeCss(made);
    const tokens = `${JSON.stringify(writeTheme(made), null, 2)}\n`;
    return html`<section aria-labelledby="take">
      <h3 id="take">${words.take}</h3>
      <p class="quiet">${words.takeHint}</p>
      <div class="row">
        <button type="button" id="copy-css" class="main" @click=${() => this.#copy(css)}>
          ${words.copyCss}
        </button>
        <button type="button" id="copy-tokens" @click=${() => this.#copy(tokens)}>${words.copyTokens}</button>
      </div>
      <p role="status" class="quiet">${this.told}</p>
      <details>
        <summary>CSS</summary>
        <pre id="css" dir="ltr" lang="en" tabindex="0" role="group" aria-label="CSS">${css}</pre>
      </details>
      <details>
        <summary>tokens.json</summary>
        <pre id="tokens" dir="ltr" lang="en" tabindex="0" role="group" aria-label="tokens.json">${tokens}</pre>
      </details>
    </section>`;
  }

  get #mode(): Mode {
    const scheme = this.isDark ? 'dark' : 'light';
    return this.wantsMore ? `${scheme}-more-contrast` : scheme;
  }

  /** Both panes, each in its scheme. Inline styles would need a policy that allows them. */
  #paneCss(theme: Theme): string {
    const script = this.language === 'ar' ? 'arabic' : 'latin';
    const more = this.wantsMore ? '-more-contrast' : '';
    return (['light', 'dark'] as const)
      .map((scheme) => {
        const lines = declarationsFor(theme, `${scheme}${more}` as Mode, script);
        return `.pane.${scheme} > .piece { color-scheme: ${scheme}; ${lines.join('; ')} }`;
      })
      .join('\n');
  }

  #startFrom(event: Event): void {
    // The list offers these and no other.
    this.#start = writtenIn(event) as ThemeName;
    this.wrong = undefined;
    this.theme = this.themes[this.#start];
  }

  #setColour(name: ColourName, event: Event): void {
    const { theme } = this;
    const text = writtenIn(event).trim();
    const colour = colourFrom(text.startsWith('#') ? text : `#${text}`);
    this.wrong = colour === undefined ? { name, text } : undefined;
    if (theme === undefined || colour === undefined) return;
    const palette = { ...theme.colours[this.#mode], [name]: hexOf(colour) };
    this.#change({ colours: { ...theme.colours, [this.#mode]: palette } });
  }

  #change(change: Partial<Theme>): void {
    if (this.theme !== undefined) this.theme = { ...this.theme, ...change };
    this.told = '';
  }

  async #copy(text: string): Promise<void> {
    const words = editorWords[this.language];
    try {
      await navigator.clipboard.writeText(text);
      this.told = words.copied;
    } catch {
      this.told = words.notCopied;
      for (const details of this.renderRoot.querySelectorAll<HTMLDetailsElement>('details:has(pre)'))
        details.open = true;
    }
  }
}

interface Limits {
  readonly value: number;
  readonly least: number | undefined;
  readonly most: number | undefined;
  readonly step: number;
}

function numberTemplate(
  id: string,
  { name, use }: EditorWords['font'],
  { value, least = 0, most = 100, step }: Limits,
  change: (number: number) => void,
): TemplateResult {
  return html`<div class="token">
    <label for=${id}><span class="name">${name}</span><span class="use">${use}</span></label>
    <input
      id=${id}
      type="number"
      dir="ltr"
      min=${least}
      max=${most}
      step=${step}
      .value=${live(String(value))}
      @change=${(event: Event) => {
        const number = Number(writtenIn(event));
        if (Number.isFinite(number)) change(Math.min(Math.max(number, least), most));
      }}
    />
  </div>`;
}

/** The pair of a colour that is worst off, in words. A colour that only divides is in none. */
function lowest(
  words: EditorWords,
  name: ColourName,
  judged: readonly Judged[],
): TemplateResult | typeof nothing {
  const room = ({ ratio, needed }: Judged) => ratio / needed;
  const [worst] = judged
    .filter(({ pair }) => pair.seen === name || pair.on === name)
    .sort((one, other) => room(one) - room(other));
  if (worst === undefined) return nothing;
  const { pair, ratio, holds } = worst;
  const other = words.colour[pair.seen === name ? pair.on : pair.seen].name;
  return html`<span class="verdict ${holds ? 'good' : 'bad'}"
    >${holds ? words.passes : words.fails}: ${words.lowest(written(ratio), other)}</span
  >`;
}

function pairName(words: EditorWords, { seen, on, shade, share }: Judged['pair']): string {
  const pair = words.pair(words.colour[seen].name, words.colour[on].name);
  const state = shade !== undefined ? words.pressed : share !== undefined ? words.off : '';
  return state === '' ? pair : `${pair} (${state})`;
}

/** Never rounded up to what would be enough. */
function written(ratio: number): string {
  return `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`;
}

function writtenIn({ target }: Event): string {
  return (target as HTMLInputElement).value;
}

/** Has the tag known: a bundler keeps a call, and drops what a module does by itself. */
export function registerThemeEditor(): void {
  if (!customElements.get('theme-editor')) customElements.define('theme-editor', ThemeEditor);
}

declare global {
  interface HTMLElementTagNameMap {
    'theme-editor': ThemeEditor;
  }
}

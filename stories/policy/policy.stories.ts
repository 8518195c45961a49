import type { Meta, StoryObj } from '@storybook/web-components';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Clause, Said } from './clause.js';
import type { Part } from './clauses.js';

/** A story as `scripts/make-policy-index.js` found it. */
interface NamedStory {
  readonly id: string;
  readonly title: string;
  readonly name: string;
}

type IndexedClause = Omit<Clause, 'stories'> & { readonly stories: readonly NamedStory[] };
type IndexedPart = Omit<Part, 'clauses'> & { readonly clauses: readonly IndexedClause[] };

/** What the build makes of `clauses.ts`, once it has found every story that is named there. */
const index = new URL('./policy-index.json', import.meta.url);

let read: Promise<readonly IndexedPart[]> | undefined;

const words = {
  ar: {
    title: 'سياسة تنظيم العلاقة مع المستفيدين',
    intro: 'كل بند من سياسة الجمعية بنصه، وما فُعل من أجله، والقصص التي يُرى فيها.',
    seen: 'يُرى في',
    written: 'ومكتوب في',
    limit: 'ما لا يقدر عليه نموذج',
  },
  en: {
    title: 'Policy regulating the relationship with beneficiaries',
    intro:
      'Every clause of the association’s policy in its own words, what is done about it, and the stories in which it can be seen.',
    seen: 'Seen in',
    written: 'Written in',
    limit: 'What a form cannot do',
  },
} as const;

type Language = keyof typeof words;

/** From each clause of the association's policy to where it is honoured. */
export default {
  title: 'Policy',
  // One page, and no element of its own: there is nothing for a table of properties.
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
  loaders: [
    async () => {
      read ??= fetch(index).then((response) => response.json());
      return { parts: await read };
    },
  ],
  render: (_args, { globals, loaded }) =>
    // The loader above has put them there.
    page(loaded.parts as readonly IndexedPart[], globals.language === 'en' ? 'en' : 'ar'),
} satisfies Meta;

export const ClauseByClause: StoryObj = {};

function page(parts: readonly IndexedPart[], language: Language): TemplateResult {
  const { title, intro } = words[language];
  return html`<article class="policy">
    <h1>${title}</h1>
    <p>${intro}</p>
    ${parts.map(
      (part) => html`<section>
        <h2 id=${part.id}>${part.title[language]}</h2>
        ${part.clauses.map((clause) => clauseTemplate(clause, language))}
      </section>`,
    )}
  </article>`;
}

function clauseTemplate(
  { id, text, how, stories, files, limit }: IndexedClause,
  language: Language,
): TemplateResult {
  const { seen, written, limit: cannot } = words[language];
  return html`<section class="clause">
    <h3 id=${id}><bdi>${id}</bdi></h3>
    <blockquote lang="ar" dir="rtl">${text.ar}</blockquote>
    ${language === 'ar' ? nothing : html`<p class="translated">${text.en}</p>`}
    <p>${how[language]}</p>
    ${stories.length === 0 ? nothing : html`<p>${seen}: ${listOf(stories.map(link))}</p>`}
    ${files === undefined ? nothing : html`<p>${written}: ${listOf(files.map(fileName))}</p>`}
    ${limit === undefined ? nothing : html`<p class="limit"><strong>${cannot}:</strong> ${said(limit, language)}</p>`}
  </section>`;
}

/** Storybook's own frame is around this one. */
const link = ({ id, title, name }: NamedStory) =>
  html`<a href="./?path=/story/${id}" target="_top" lang="en" dir="ltr">${title}: ${name}</a>`;

/** A path that goes on in the next line after a folder. */
const fileName = (path: string) =>
  html`<code dir="ltr">${path.split(/(?<=\/)/).map((part) => html`${part}<wbr />`)}</code>`;

const said = (text: Said, language: Language) => text[language];

const listOf = (items: readonly TemplateResult[]) =>
  items.map((item, at) => html`${at === 0 ? nothing : ' · '}${item}`);

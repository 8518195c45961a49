import type { Text } from '../text.js';
import { LONGEST_TEXT } from '../text.js';
import type { JsonObject, Report, SchemaView } from './schema-view.js';
import { isObject } from './schema-view.js';

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** The text of a keyword: that of its `x-i18n-` companion where there is one, which has a text for each language. */
export function textIn(view: SchemaView, keyword: 'title' | 'description', report: Report): Text | undefined {
  const [named] = view.take(`x-i18n-${keyword}`);
  const plain = view.take(keyword);
  for (const { value, path } of plain) if (typeof value !== 'string') report(path, 'schema-kind');
  if (named !== undefined) {
    const texts = textsIn(named.value);
    if (texts !== undefined) return texts;
    report(named.path, 'schema-kind');
  }
  return plain.map(({ value }) => textsIn(value)).find((text) => text !== undefined);
}

/** A value as a text, where it is one. */
export function textsIn(value: unknown): Text | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.slice(0, LONGEST_TEXT);
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  const isText = entries.every(
    ([code, text]) =>
      LANGUAGE.test(code) && typeof text === 'string' && text !== '' && text.length <= LONGEST_TEXT,
  );
  return isText && entries.length > 0 ? (value as Record<string, string>) : undefined;
}

/** A text in each language, as options are written. */
export function inLanguages(text: Text, languages: readonly string[]): Readonly<Record<string, string>> {
  return typeof text === 'string' ? Object.fromEntries(languages.map((code) => [code, text])) : text;
}

/** What a property without a title is called: `first_name` is «First name». */
export function nameAsWords(name: string): string {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[_\-.\s]+/g, ' ')
    .trim();
  if (words === '') return name.trim() === '' ? '…' : name;
  // Capitals inside of words go, but not those of abbreviations.
  const quiet = words.replaceAll(/(?<= )[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
  return quiet.charAt(0).toUpperCase() + quiet.slice(1);
}

/** Several names as one text, in each language that one of them is written in. */
export function joinedTexts(texts: readonly Text[], separator: string): Text {
  const codes = new Set(texts.flatMap((text) => (typeof text === 'string' ? [] : Object.keys(text))));
  const inCode = (code: string) =>
    texts
      .map((text) => (typeof text === 'string' ? text : (text[code] ?? Object.values(text)[0] ?? '')))
      .join(separator);
  return codes.size === 0 ? inCode('') : Object.fromEntries([...codes].map((code) => [code, inCode(code)]));
}

/** The languages a document has texts in; Arabic and English where it does not say, for then one text serves both. */
export function languagesOf(json: unknown): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value as JsonObject)) {
      if (/^x-i18n-(title|description)$/.test(key) && isObject(inner) && textsIn(inner) !== undefined)
        for (const code of Object.keys(inner)) found.add(code);
      walk(inner);
    }
  };
  walk(json);
  return found.size === 0 ? ['ar', 'en'] : [...found];
}

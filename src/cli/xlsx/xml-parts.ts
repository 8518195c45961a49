import { WorkbookError } from './zip-entries.js';

/** One piece of an XML text, in order. Names are without their prefix. */
export type XmlPart =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const TAG = /<(\/?)([^\s<>/]+)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*')){0,100})\s*(\/?)>/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The pieces of an XML text as a workbook has them. A document type is refused, so that no entity can be made up, none can
 * grow, and nothing is ever fetched. @throws WorkbookError where the text is no such XML.
 */
export function* xmlParts(text: string): Generator<XmlPart> {
  if (/<!DOCTYPE/i.test(text.slice(0, 100_000))) throw new WorkbookError('doctype');
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    if (next !== at) {
      yield { kind: 'text', text: decoded(text.slice(at, next < 0 ? undefined : next)) };
      if (next < 0) return;
    }
    at = next;
    if (text.startsWith('<?', at)) at = after(text, '?>', at);
    else if (text.startsWith('<!--', at)) at = after(text, '-->', at);
    else if (text.startsWith('<![CDATA[', at)) {
      const end = after(text, ']]>', at);
      yield { kind: 'text', text: text.slice(at + 9, end - 3) };
      at = end;
    } else {
      TAG.lastIndex = at;
      const [whole, closing, prefixed = '', attributes = '', empty] = TAG.exec(text) ?? [];
      if (whole === undefined) throw new WorkbookError('broken');
      const name = local(prefixed);
      if (closing === '') yield { kind: 'open', name, attributes: attributesOf(attributes) };
      if (closing === '/' || empty === '/') yield { kind: 'close', name };
      at += whole.length;
    }
  }
}

function after(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  if (found < 0) throw new WorkbookError('broken');
  return found + end.length;
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.create(null);
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE))
    found[local(name)] = decoded(double ?? single ?? '');
  return found;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi,
    (whole, decimal, hexadecimal, name) => {
      if (name !== undefined) return named[String(name)] ?? whole;
      const code = decimal === undefined ? Number.parseInt(String(hexadecimal), 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

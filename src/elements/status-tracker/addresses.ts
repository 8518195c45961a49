/** The site that the forms of the pack leave to. */
export const USUAL_EXIT = 'https://www.ncm.gov.sa';

/** Where the way out leads; undefined where a page wants none. Of a wrong address it says so in the console. */
export function exitAddress(exit: string, { localName }: Element): string | undefined {
  const isSafe = exit === '' || /^https:\/\//i.test(exit);
  if (!isSafe) console.warn(`<${localName}> "exit" must be an address with https.`);
  return isSafe ? exit || undefined : USUAL_EXIT;
}

/**
 * Where a new request is sent; empty where there is no such page. An address of another kind, such as one with
 * `javascript:`, would do something else than lead to a page: the console is told, and it is left out.
 */
export function formAddress(given: string | null, { localName }: Element): string {
  const form = given ?? '';
  // A browser reads over blanks in the scheme.
  const [, scheme = 'https'] = /^([a-z][a-z\d+.-]*):/i.exec(form.replace(/[\s\p{Cc}]/gu, '')) ?? [];
  const isSafe = /^https?$/i.test(scheme);
  if (!isSafe) console.warn(`<${localName}> "form" must be a relative address or one with http or https.`);
  return isSafe ? form : '';
}

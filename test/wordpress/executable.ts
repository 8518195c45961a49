import type { Page } from 'puppeteer-core';

/** What in pieces of HTML could run, load from elsewhere or dress the page: found with the parser of the browser. */
export async function executableIn(
  page: Page,
  pieces: readonly string[],
  allowedOrigins: readonly string[],
): Promise<string[]> {
  return page.evaluate(
    (all, allowed) => {
      const addresses = ['href', 'src', 'action', 'formaction', 'data', 'srcset', 'definition', 'receiver'];
      const kitAddresses = ['definition', 'receiver', 'association', 'keys'];
      const forbidden = 'script,style,iframe,object,embed,svg,math,link,meta,base,input,template,title';
      const found: string[] = [];
      for (const html of all) {
        const { head, body } = new DOMParser().parseFromString(html, 'text/html');
        const [root, ...others] = Array.from(body.querySelectorAll('*')).filter((one) =>
          one.localName.startsWith('taafi-'),
        );
        const elements = [
          ...Array.from(head.querySelectorAll('*')),
          ...Array.from(body.querySelectorAll('*')),
        ];
        const faults = elements.flatMap((one) => [
          ...(one.matches(forbidden) ? [`<${one.localName}>`] : []),
          ...Array.from(one.attributes).flatMap(({ name, value }) => {
            if (name.startsWith('on') || name === 'style' || name === 'srcdoc') return [`${name}=${value}`];
            // As browsers read addresses: without the characters they leave out.
            const address = [...value]
              .filter((letter) => letter > ' ')
              .join('')
              .toLowerCase();
            if (addresses.includes(name) && /^(javascript|data|vbscript):/.test(address))
              return [`${name}=${value}`];
            if (!kitAddresses.includes(name) || value.trim() === '') return [];
            const { origin } = new URL(value, allowed[0]);
            return allowed.includes(origin) ? [] : [`${name}=${value} is of ${origin}`];
          }),
        ]);
        if (root === undefined || others.length > 0) faults.push('not exactly one element of the kit');
        if (faults.length > 0) found.push(`${faults.join('; ')} in ${html}`);
      }
      return found;
    },
    [...pieces],
    [...allowedOrigins],
  );
}

/** Whether anything of them runs when a page has them as they are. */
export async function runs(page: Page, pieces: readonly string[]): Promise<boolean> {
  const blank = await page.browserContext().newPage();
  let ran = false;
  await blank.exposeFunction('xss', () => {
    ran = true;
  });
  await blank.setContent(`<!doctype html><body>${pieces.join('\n')}</body>`);
  await blank.evaluate(async () => {
    for (const one of Array.from(document.querySelectorAll<HTMLElement>('*'))) {
      one.focus?.();
      for (const type of ['mouseover', 'error', 'load', 'toggle']) one.dispatchEvent(new Event(type));
    }
    await new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));
  });
  await blank.close();
  return ran;
}

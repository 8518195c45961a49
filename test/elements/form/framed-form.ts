import type { TaafiForm } from '../../../src/index.js';
import { Person } from '../../../stories/support/person.js';
import { now, pretendedTransport } from '../../../stories/support/pretended-transport.js';
import { until } from '../../../stories/support/until.js';

/**
 * What a careful site allows: its own scripts and styles, and no text that becomes code. It is named, not `'self'`: in a page
 * that stands in an attribute Firefox takes nothing for itself.
 */
export const strictPolicy = [
  "default-src 'none'",
  `script-src ${location.origin}`,
  `style-src ${location.origin}`,
  `connect-src ${location.origin}`,
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

export interface FramedForm {
  readonly frame: HTMLIFrameElement;
  readonly page: Document;
  readonly person: Person;
  /** What the page's content policy had to report. */
  readonly reports: string[];
}

/** A form on a page of its own, in a frame, under a content policy where one is named. The frame is the caller's to remove. */
export async function framedForm(
  policy: string | undefined,
  properties: Partial<TaafiForm>,
): Promise<FramedForm> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'inline-size: 600px; block-size: 600px';
  const script = new URL('../../../src/define.js', import.meta.url).href;
  const meta = policy === undefined ? '' : `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  frame.srcdoc = `<!doctype html><html lang="en">${meta}
    <body><taafi-form lang="en" history="off"></taafi-form><script type="module" src="${script}"></script>`;
  document.body.append(frame);
  const page = await until(
    () => frame.contentDocument?.querySelector('taafi-form')?.ownerDocument,
    'the page in the frame',
  );
  const reports: string[] = [];
  page.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    reports.push(`${violatedDirective} ${blockedURI} ${sample}`);
  });
  const form = await until(() => page.querySelector<TaafiForm>('taafi-form:defined'), 'the element');
  Object.assign(form, { clock: () => now, transport: pretendedTransport(), ...properties });
  return { frame, page, reports, person: await Person.at(page) };
}

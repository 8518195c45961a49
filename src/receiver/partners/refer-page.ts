import { pickText } from '../../core/text.js';
import { referralTroubles } from '../../locale/partner-words.js';
import type { FoundForm } from '../forms/forms.js';
import { directionOf, escapeHtml, page } from '../pages/html.js';
import type { ReferralRefusal } from './partner-referrals.js';

export interface ReferPage {
  readonly form: FoundForm;
  readonly language: unknown;
  /** A referral that was found good. */
  readonly token?: string | undefined;
  /** Why there is none, where somebody came with one. */
  readonly refusal?: ReferralRefusal | undefined;
  /** Address of the page with the status tracker. */
  readonly tracker: string | undefined;
}

/** The page on which a person who was referred applies; the same without a referral, where it cannot be used. */
export function referPage({ form, language, token, refusal, tracker }: ReferPage): string {
  const { definition, address } = form;
  const { title, languages } = definition;
  const shown = languages.find((candidate) => candidate === language) ?? languages[0] ?? 'ar';
  const titles = languages.map(
    (one) =>
      `<span lang="${escapeHtml(one)}" dir="${directionOf(one)}">${escapeHtml(pickText(title, one))}</span>`,
  );
  const attributes = [
    ['definition', address],
    ['receiver', '/'],
    ['lang', shown],
    ...(token === undefined ? [] : [['referral', token]]),
    ...(tracker === undefined ? [] : [['tracker-page', tracker]]),
  ].map(([name, value = '']) => `${name}="${escapeHtml(value)}"`);
  return page({
    title: pickText(title, shown),
    language: shown,
    script: '/kit/taafi.js',
    body: `<header><h1>${titles.join('')}</h1></header>
<main>
${refusal === undefined ? '' : notice(refusal)}
<taafi-support-request class="form" ${attributes.join(' ')}>
<p lang="ar" dir="rtl">يحتاج هذا النموذج إلى متصفح حديث مع تفعيل JavaScript. يمكنك أيضًا التواصل مع الجمعية مباشرة.</p>
<p lang="en" dir="ltr">This form needs a current browser with JavaScript. You can also contact the association directly.</p>
</taafi-support-request>
</main>`,
  });
}

function notice(refusal: ReferralRefusal): string {
  const said = (language: 'ar' | 'en') =>
    `<div lang="${language}" dir="${directionOf(language)}"><h2>${referralTroubles.title[language]}</h2>
<p>${referralTroubles[refusal][language]} ${referralTroubles.without[language]}</p></div>`;
  return `<div class="card both" role="status">${said('ar')}${said('en')}</div>`;
}

import { pickText } from '../../core/text.js';
import { referralTroubles } from '../../locale/partner-words.js';
import type { FoundForm } from '../forms/forms.js';
import { formTag, guardAttribute, languageShown } from '../pages/form-tag.js';
import { directionOf, escapeHtml, page } from '../pages/html.js';
import type { ReferralRefusal } from './partner-referrals.js';

export interface ReferPage {
  readonly isGuarded: boolean;
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
export function referPage({ form, language, token, refusal, tracker, isGuarded }: ReferPage): string {
  const { definition, address } = form;
  const { title, languages } = definition;
  const shown = languageShown(languages, language);
  const titles = languages.map(
    (one) =>
      `<span lang="${escapeHtml(one)}" dir="${directionOf(one)}">${escapeHtml(pickText(title, one))}</span>`,
  );
  return page({
    title: pickText(title, shown),
    language: shown,
    script: '/kit/taafi.js',
    body: `<header><h1>${titles.join('')}</h1></header>
<main>
${refusal === undefined ? '' : notice(refusal)}
${formTag('taafi-support-request', {
  definition: address,
  receiver: '/',
  lang: shown,
  referral: token,
  'tracker-page': tracker,
  ...guardAttribute(isGuarded),
})}
</main>`,
  });
}

function notice(refusal: ReferralRefusal): string {
  const said = (language: 'ar' | 'en') =>
    `<div lang="${language}" dir="${directionOf(language)}"><h2>${referralTroubles.title[language]}</h2>
<p>${referralTroubles[refusal][language]} ${referralTroubles.without[language]}</p></div>`;
  return `<div class="card both" role="status">${said('ar')}${said('en')}</div>`;
}

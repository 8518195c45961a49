import { page } from './html.js';

/** What a person reads who followed an address that leads nowhere; programs get the problem document. */
export const notFoundPage = page({
  title: 'الصفحة غير موجودة · Page not found',
  language: 'ar',
  body: `<header><h1>الصفحة غير موجودة <span lang="en" dir="ltr">Page not found</span></h1></header>
<main>
<div class="card both"><p>ليس في هذا العنوان شيء. راجع كتابته، أو عد إلى من أرسله إليك.</p>
<p lang="en" dir="ltr">There is nothing at this address. Check how it is written, or ask whoever sent it to you.</p></div>
</main>`,
});

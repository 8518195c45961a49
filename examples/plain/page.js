const form = document.querySelector('taafi-form');
const language = document.querySelector('#language');

// An object is given as a property.
form.prefill = { topic: 'work' };

form.addEventListener('taafi-change', ({ path, answer }) => {
  if (path === 'fullName') document.querySelector('#so-far').value = answer ?? '';
});

form.addEventListener('taafi-sent', ({ receipt }) => {
  document.querySelector('#reference').value = receipt.reference;
});

// The form follows the language of the page around it.
language.addEventListener('click', () => {
  const { documentElement: page } = document;
  const isArabic = page.lang === 'ar';
  page.lang = isArabic ? 'en' : 'ar';
  page.dir = isArabic ? 'ltr' : 'rtl';
  language.textContent = isArabic ? 'العربية' : 'English';
});

import { useState } from 'react';
// The tags, their properties and events for TypeScript.
import type {} from 'taafi-kit/react';

const receiver = import.meta.env.VITE_RECEIVER ?? 'http://localhost:8080/';
const prefill = { topic: 'work' };

/** A page with one form, and what it has been told so far. */
export function App() {
  const [language, setLanguage] = useState<'ar' | 'en'>('ar');
  const [name, setName] = useState('');
  const [reference, setReference] = useState('');
  return (
    <main lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
      <button type="button" id="language" onClick={() => setLanguage(language === 'ar' ? 'en' : 'ar')}>
        {language === 'ar' ? 'English' : 'العربية'}
      </button>
      <taafi-form
        definition={`${receiver}forms/visit.json`}
        receiver={receiver}
        lang={language}
        prefill={prefill}
        ontaafi-change={({ path, answer }) => {
          if (path === 'fullName') setName(String(answer ?? ''));
        }}
        ontaafi-sent={({ receipt }) => setReference(receipt.reference)}
      >
        <p>إذا لم يفتح النموذج فاتصل بنا. If the form does not open, call us.</p>
      </taafi-form>
      <p>
        الاسم · Name: <output id="so-far">{name}</output>
      </p>
      <p>
        الرقم المرجعي · Reference: <output id="reference">{reference}</output>
      </p>
    </main>
  );
}

import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { TaafiChangeEvent } from 'taafi-kit';
import { TaafiFormDirective } from './taafi-form.directive';

/** A page with one form, and what it has been told so far. */
@Component({
  selector: 'app-root',
  imports: [TaafiFormDirective],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main [lang]="language()" [dir]="language() === 'ar' ? 'rtl' : 'ltr'">
      <button type="button" id="language" (click)="language.set(language() === 'ar' ? 'en' : 'ar')">
        {{ language() === 'ar' ? 'English' : 'العربية' }}
      </button>
      <taafi-form
        [definition]="receiver + 'forms/visit.json'"
        [receiver]="receiver"
        [lang]="language()"
        [prefill]="prefill"
        (taafi-change)="onChange($event)"
        (taafi-sent)="reference.set($event.receipt.reference)"
      >
        <p>إذا لم يفتح النموذج فاتصل بنا. If the form does not open, call us.</p>
      </taafi-form>
      <p>الاسم · Name: <output id="so-far">{{ name() }}</output></p>
      <p>الرقم المرجعي · Reference: <output id="reference">{{ reference() }}</output></p>
    </main>
  `,
})
export class App {
  readonly receiver = document.querySelector<HTMLMetaElement>('meta[name=receiver]')?.content ?? '/';
  readonly prefill = { topic: 'work' };
  readonly language = signal<'ar' | 'en'>('ar');
  readonly name = signal('');
  readonly reference = signal('');

  onChange({ path, answer }: TaafiChangeEvent): void {
    if (path === 'fullName') this.name.set(String(answer ?? ''));
  }
}

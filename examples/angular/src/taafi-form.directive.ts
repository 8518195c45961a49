import { Directive, ElementRef, effect, inject, input } from '@angular/core';
import type { TaafiForm } from 'taafi-kit';

const names = [
  'definition',
  'receiver',
  'association',
  'lang',
  'name',
  'history',
  'prefill',
  'transport',
] as const;

/**
 * Has Angular check what is bound to the tags: without it the templates of custom elements take anything. Properties
 * that are not named here can be bound too; those are not checked.
 */
@Directive({
  selector: 'taafi-form, taafi-support-request, taafi-data-declaration, taafi-satisfaction-survey',
})
export class TaafiFormDirective {
  readonly definition = input<TaafiForm['definition']>();
  readonly receiver = input<TaafiForm['receiver']>();
  readonly association = input<TaafiForm['association']>();
  readonly lang = input<TaafiForm['lang']>();
  readonly name = input<TaafiForm['name']>();
  readonly history = input<TaafiForm['history']>();
  readonly prefill = input<TaafiForm['prefill']>();
  readonly transport = input<TaafiForm['transport']>();

  constructor() {
    const element = inject<ElementRef<TaafiForm>>(ElementRef).nativeElement;
    for (const name of names) {
      effect(() => {
        const value = this[name]();
        if (value !== undefined) Object.assign(element, { [name]: value });
      });
    }
  }
}

/** An element that answers for a part of somebody else's form. */
export interface HostFormMember extends HTMLElement {
  entries(): Iterable<[string, FormDataEntryValue]>;
  /** Shows what is wrong, if anything; true where nothing is. */
  reportValidity(): boolean;
}

/**
 * What a form element is inside somebody else's `<form>`: its answers are entries of that form's data, and the form
 * is not submitted while they are wrong. The entries are made when the data is asked for, so that a keystroke costs
 * nothing, and are always those of the moment.
 */
export class HostForm {
  readonly #member: HostFormMember;
  #form: HTMLFormElement | null = null;

  constructor(member: HostFormMember) {
    this.#member = member;
  }

  /** To be called with the form the element belongs to now, if any. */
  join(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener('formdata', this.#onFormData);
    this.#form?.removeEventListener('submit', this.#onSubmit, { capture: true });
    this.#form = form;
    form?.addEventListener('formdata', this.#onFormData);
    form?.addEventListener('submit', this.#onSubmit, { capture: true });
  }

  readonly #onFormData = ({ formData }: FormDataEvent): void => {
    for (const [name, value] of this.#member.entries()) formData.append(name, value);
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    if (event.target !== this.#form || this.#member.matches(':disabled') || this.#member.reportValidity())
      return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}

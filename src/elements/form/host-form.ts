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
  #submitted: SubmitEvent | undefined;

  constructor(member: HostFormMember) {
    this.#member = member;
  }

  /** Whether the answers went out with the form as they are now: leaving the page then loses nothing. */
  get isSubmitted(): boolean {
    // Whether somebody else stopped it is known only after everybody has heard of it.
    return this.#submitted !== undefined && !this.#submitted.defaultPrevented;
  }

  /** To be called with the form the element belongs to now, if any. */
  join(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener('formdata', this.#onFormData);
    this.#form?.removeEventListener('submit', this.#onSubmit, { capture: true });
    this.#form?.removeEventListener('input', this.#onInput);
    this.#form = form;
    form?.addEventListener('formdata', this.#onFormData);
    form?.addEventListener('submit', this.#onSubmit, { capture: true });
    form?.addEventListener('input', this.#onInput);
  }

  readonly #onFormData = ({ formData }: FormDataEvent): void => {
    for (const [name, value] of this.#member.entries()) formData.append(name, value);
  };

  readonly #onInput = (): void => {
    this.#submitted = undefined;
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    if (event.target !== this.#form || this.#member.matches(':disabled')) return;
    if (this.#member.reportValidity()) {
      this.#submitted = event;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}

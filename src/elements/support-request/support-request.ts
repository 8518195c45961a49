import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { TaafiForm } from '../form/form.js';
import { PackAddress } from '../form/pack-address.js';

/**
 * طلب دعم مستفيد: the support request of an association's pack, sent to the receiver that serves the pack.
 * Everything of `<taafi-form>` can be set here too; `definition` replaces the pack's own form.
 */
export class TaafiSupportRequest extends TaafiForm {
  /** Name of the association's pack on the receiver. */
  @property() pack = 'taafi';

  readonly #address = new PackAddress();

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#address.give(this, this.pack, 'support-request');
    super.willUpdate(changed);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'taafi-support-request': TaafiSupportRequest;
  }
}

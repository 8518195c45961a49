import { TaafiReceiptCheck } from './receipt-check.js';

if (customElements.get('taafi-receipt-check') === undefined)
  customElements.define('taafi-receipt-check', TaafiReceiptCheck);

import { TaafiSignature } from './signature.js';

if (customElements.get('taafi-signature') === undefined)
  customElements.define('taafi-signature', TaafiSignature);

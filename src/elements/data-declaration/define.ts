import { TaafiDataDeclaration } from './data-declaration.js';

if (customElements.get('taafi-data-declaration') === undefined)
  customElements.define('taafi-data-declaration', TaafiDataDeclaration);

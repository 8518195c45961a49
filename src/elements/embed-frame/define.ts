import { TaafiEmbedFrame } from './embed-frame.js';

if (customElements.get('taafi-embed-frame') === undefined)
  customElements.define('taafi-embed-frame', TaafiEmbedFrame);

import { TaafiEmbed } from './embed.js';

if (customElements.get('taafi-embed') === undefined) customElements.define('taafi-embed', TaafiEmbed);

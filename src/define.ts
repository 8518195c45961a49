import { addPrefill } from './elements/form/bringing.js';
import { drawWith } from './elements/form/drawing.js';
import { TaafiForm } from './elements/form/form.js';
import { prefill } from './elements/form/prefill.js';
import { stencils } from './elements/form/stencil.js';
import { TaafiSupportRequest } from './elements/support-request/support-request.js';
import { addFields } from './fields/at-hand.js';
import { usualViews } from './fields/views.js';
import { arFirst } from './locale/ar-first.js';
import { addFirst } from './locale/by-parts.js';

const elements = {
  'taafi-form': TaafiForm,
  'taafi-support-request': TaafiSupportRequest,
} as const;

addFirst('ar', arFirst);
addFields(usualViews);
// Partners send people with answers.
addPrefill(prefill);
// Forms may be long.
drawWith(stencils);

// A tag that is taken is left alone: the script may be on a page twice.
for (const [tag, element] of Object.entries(elements)) {
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
}

// Few pages have it, and none needs it for its first question: nobody waits for it.
void import('./elements/data-declaration/define.js');

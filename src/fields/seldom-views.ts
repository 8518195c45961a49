import type { FieldView } from './field-view.js';
import { rankingView } from './ranking/ranking.view.js';

/** The types of field that few forms have. */
export const seldomViews: readonly FieldView[] = [rankingView];

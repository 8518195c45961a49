import { checkStories } from './story-checks.js';
import { parts } from './story-files.js';

for (const language of ['ar', 'en'] as const) checkStories(language, parts.theme);

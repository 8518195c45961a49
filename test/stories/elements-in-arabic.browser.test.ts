import { checkStories } from './story-checks.js';
import { parts } from './story-files.js';

checkStories('ar', parts.elements);

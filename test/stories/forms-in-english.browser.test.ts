import { checkStories } from './story-checks.js';
import { parts } from './story-files.js';

checkStories('en', parts.forms);

import { checkStories } from './story-checks.js';

checkStories('en', (file) => !file.startsWith('fields/'));

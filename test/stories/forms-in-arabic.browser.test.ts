import { checkStories } from './story-checks.js';

checkStories('ar', (file) => !file.startsWith('fields/'));

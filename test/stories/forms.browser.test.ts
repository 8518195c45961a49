import { everyStory } from '../../stories/every-story.js';
import { checkStories } from './story-checks.js';

describe('stories of forms', () => {
  for (const [file, load] of Object.entries(everyStory)) {
    if (!file.startsWith('fields/')) checkStories(file, load);
  }
});

import { TaafiStatusTracker } from './status-tracker.js';

if (customElements.get('taafi-status-tracker') === undefined)
  customElements.define('taafi-status-tracker', TaafiStatusTracker);

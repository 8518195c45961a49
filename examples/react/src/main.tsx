import { createRoot } from 'react-dom/client';
// Registers the tags before anything is drawn: React gives objects as properties only to an element that is there.
import 'taafi-kit/define';
import { App } from './app';

createRoot(document.querySelector('#app') as HTMLElement).render(<App />);

// Registers the tags before anything is drawn: Svelte gives objects as properties only to an element that is there.
import 'taafi-kit/define';
import { mount } from 'svelte';
import App from './app.svelte';

mount(App, { target: document.querySelector('#app') as HTMLElement });

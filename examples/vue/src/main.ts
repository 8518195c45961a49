// Registers the tags before anything is drawn: Vue gives objects as properties only to an element that is there.
import 'taafi-kit/define';
import { createApp } from 'vue';
import App from './app.vue';

createApp(App).mount('#app');

import { ownTransport } from './transport.js';

const form = document.querySelector('taafi-form');
if (form !== null) form.transport = ownTransport('visits');

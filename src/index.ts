export type { Answers } from './core/engine.js';
export type { Text } from './core/text.js';
export { TaafiDataDeclaration } from './elements/data-declaration/data-declaration.js';
export * from './elements/form/events.js';
export { TaafiForm } from './elements/form/form.js';
export type { SignatureProvider, SigningRequest } from './elements/form/signature-provider.js';
export type { TaafiStatusTracker } from './elements/status-tracker/status-tracker.js';
export { TaafiSupportRequest } from './elements/support-request/support-request.js';
export type { Receipt, Referral, Submission, Transport } from './transport/transport.js';

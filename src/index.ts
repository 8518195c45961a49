export type { Answers } from './core/engine.js';
export type { Text } from './core/text.js';
export { TaafiDataDeclaration } from './elements/data-declaration/data-declaration.js';
export type { TaafiEmbed } from './elements/embed/embed.js';
export * from './elements/form/events.js';
export { TaafiForm } from './elements/form/form.js';
export type { SignatureProvider, SigningRequest } from './elements/form/signature-provider.js';
export type { TaafiSatisfactionSurvey } from './elements/satisfaction-survey/satisfaction-survey.js';
export type { TaafiStatusTracker } from './elements/status-tracker/status-tracker.js';
export { TaafiSupportRequest } from './elements/support-request/support-request.js';
export type { TaafiSurveyResults } from './elements/survey-results/survey-results.js';
export type {
  Consent,
  FormReference,
  Receipt,
  Referral,
  ReferralReceipt,
  RefusedAnswer,
  SendFailure,
  SendOptions,
  Signed,
  Submission,
  Transport,
  UploadOptions,
  Wait,
} from './transport/transport.js';
export { SendError } from './transport/transport.js';

// The rules, and all that makes them: loaded while the person reads the first question.
export { judgeIn } from '../../core/answer-rule.js';
export { associationSchema } from '../../core/association.js';
export { parseJson } from '../../core/json-source.js';
export { parseDefinition } from '../../core/parse.js';
export { catalog } from '../../fields/catalog.js';
export { explain } from './explain.js';

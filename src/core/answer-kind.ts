import type { ValueKind } from './field-type.js';

/**
 * Whether a value could be an answer of a kind, so that its type can write it into its controls; whether it is a right
 * one is for the rules to say. Numbers may be text, for an address has nothing else.
 */
export function isOfKind(value: unknown, kind: ValueKind): boolean {
  switch (kind) {
    case 'text':
    case 'option':
    case 'time':
      return isText(value);
    case 'number':
      return typeof value === 'number' || isText(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return isRecord(value) && isText(value.date) && isText(value.calendar);
    case 'options':
      return Array.isArray(value) && value.every(isText);
    case 'list':
      return Array.isArray(value) && value.every(isRecord);
    case 'files':
      return Array.isArray(value) && value.every(isFile);
    case 'none':
      return false;
    default:
      return isRecord(value);
  }
}

function isFile(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value.id) &&
    isText(value.name) &&
    isText(value.type) &&
    typeof value.size === 'number'
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

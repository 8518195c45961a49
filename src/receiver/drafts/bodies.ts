import * as z from 'zod/mini';

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));

export const createShape = z.strictObject({});

export const releaseShape = z.strictObject({ id, code: z.string().check(z.regex(/^\d{6}$/)) });

export const deletionShape = z.strictObject({ id });

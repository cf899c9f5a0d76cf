import express, { type RequestHandler } from 'express';

/** Enough for a mutation with every text at its longest. */
export const BODY_LIMIT = '1mb';

/** Reads a JSON body; what is too long or no JSON goes to `answerErrors`. */
export const jsonBody = (limit: string = BODY_LIMIT): RequestHandler => express.json({ limit });

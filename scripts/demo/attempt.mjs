import { createRequire } from 'node:module';
import '../typescript.mjs';

const require = createRequire(import.meta.url);
const client = require('../../clients/typescript/src/index.ts');
export const { GatehouseError, GatehouseSession } = client;

/** Calls an action or an operation; returns a refusal in the same way as a success. */
export async function attempt(session, action, options) {
  try {
    return await session.call(typeof action === 'string' ? operationOf(action) : action, options);
  } catch (error) {
    if (error instanceof GatehouseError) return error;
    throw error;
  }
}

/** Maps `visit/stepOut` to `visitStepOut`. */
function operationOf(action) {
  return client[action.replace(/\/(.)/, (_, letter) => letter.toUpperCase())];
}

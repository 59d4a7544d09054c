export const testSupport = true;

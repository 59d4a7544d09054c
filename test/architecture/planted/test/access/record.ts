export const record = true;

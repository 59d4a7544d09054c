export const nodes = true;

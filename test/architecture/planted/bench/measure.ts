export const measure = true;

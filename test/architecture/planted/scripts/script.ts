export const script = true;

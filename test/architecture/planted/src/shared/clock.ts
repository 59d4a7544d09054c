export const clock = 'the time';

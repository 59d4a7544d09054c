/** The number of a card as it is stored and compared: upper case, without leading zeros. */
export function normaliseInternalNr(text: string): string {
  return text.replace(/^0+(?=.)/, '').toUpperCase();
}

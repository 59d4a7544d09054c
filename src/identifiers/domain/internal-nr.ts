/** The number of a card as it is stored and compared: upper case, without leading zeros (contract 6). */
export function normaliseInternalNr(text: string): string {
  return text.replace(/^0+(?=.)/, '').toUpperCase();
}

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** Length of base64 of 16 to 18 bytes, with padding. */
const MIN_LENGTH = 24;

/** Whether a text can become an API key: base64 of at least 16 bytes. Login itself compares any text. */
export function isApiKey(text: string): boolean {
  return base64.test(text) && text.length % 4 === 0 && text.length >= MIN_LENGTH;
}

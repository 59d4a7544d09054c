const base64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** Base64 of 16, 17 or 18 bytes, padding included. */
const MIN_LENGTH = 24;

/** Whether a text can be given as an API key: base64 of at least 16 bytes (contract 4). Login takes any text and compares. */
export function isApiKey(text: string): boolean {
  return base64.test(text) && text.length % 4 === 0 && text.length >= MIN_LENGTH;
}

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Whether a text can be given as an API key: base64 of at least 16 bytes (contract 4). Login takes any text and compares. */
export function isApiKey(text: string): boolean {
  if (!base64.test(text) || text.length % 4 !== 0) return false;
  const padding = text.length - text.replace(/=+$/, '').length;
  return (text.length / 4) * 3 - padding >= 16;
}

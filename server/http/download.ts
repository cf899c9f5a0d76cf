/** A value of RFC 8187, which leaves fewer characters as they are than addresses do. */
const extendedValue = (text: string): string => encodeURIComponent(text).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The headers of a file that is to be kept.
 * @param name what people call it
 * @param plainName what programs that know no Chinese call it
 */
export const downloadHeaders = (name: string, plainName: string, type: string): Record<string, string> => ({
  'content-type': type,
  'cache-control': 'private, no-store',
  'content-disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${extendedValue(name)}`,
});

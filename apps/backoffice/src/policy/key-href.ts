/**
 * The page of one parameter. Its key is asked for and no part of the path: it has a dot in it, and
 * an address whose path ends like a file's name is taken for a file when it is loaded anew.
 */
export function keyHref(key: string): string {
  return `/policy/value?key=${encodeURIComponent(key)}`;
}

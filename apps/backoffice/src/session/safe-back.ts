/** A path of the back office only: an address elsewhere would make the sign-in a lure. */
export function safeBack(back: string | null): string {
  return back && /^\/(?![/\\])/.test(back) && !back.startsWith("/sign-in") ? back : "/";
}

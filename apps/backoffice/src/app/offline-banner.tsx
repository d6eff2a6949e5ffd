import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { words } from "./words.ts";

/** Says that the browser has no network; a server that is away shows at the call. */
export function OfflineBanner() {
  const isOnline = useSyncExternalStore(
    (listener) => {
      window.addEventListener("online", listener);
      window.addEventListener("offline", listener);
      return () => {
        window.removeEventListener("online", listener);
        window.removeEventListener("offline", listener);
      };
    },
    () => navigator.onLine,
  );
  return (
    <div role="status" className="print:hidden">
      {isOnline ? null : (
        <p className="flex items-center gap-2 border-b border-warning-line bg-warning-wash px-gutter py-2 text-warning">
          <WifiOff aria-hidden="true" className="size-[1.25em] shrink-0" />
          {words.offline}
        </p>
      )}
    </div>
  );
}

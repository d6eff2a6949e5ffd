import { type ReactNode, useEffect, useRef, useState } from "react";

export type ScrollRegionProps = {
  /** What is in it, for who comes to it by the Tab key. */
  readonly label: string;
  readonly children: ReactNode;
  readonly className: string;
};

/**
 * Something that may be larger than its place. Only while it is, the Tab key stops at it, so that
 * the arrow keys can move it; a table that fits costs nobody a key.
 */
export function ScrollRegion({ label, children, className }: ScrollRegionProps) {
  const region = useRef<HTMLDivElement>(null);
  const [isLarger, setLarger] = useState(false);
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      setLarger(scrollWidth > clientWidth || scrollHeight > clientHeight);
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={region}
      className={className}
      {...(isLarger ? { role: "group", "aria-label": label, tabIndex: 0 } : {})}
    >
      {children}
    </div>
  );
}

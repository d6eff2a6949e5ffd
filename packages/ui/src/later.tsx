import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from "react";
import { announce } from "./announce.tsx";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { words } from "./words.ts";

type Load<Props> = () => Promise<ComponentType<Props>>;

/** A component whose code is fetched when it is first drawn, or ahead of that by `fetch`. */
export type Later<Props> = ((props: Props) => ReactNode) & {
  /** Never fails: what can't be fetched now is asked for again when the component is drawn. */
  readonly fetch: () => Promise<void>;
};

type LaterOptions<Props> = {
  /** Stands there until the code has come. */
  readonly waiting: (props: Props) => ReactNode;
  /** In place of the sentence with its button, where that has no room. */
  readonly away?: (props: Props, again: () => void) => ReactNode;
};

/**
 * A piece of a page that comes after the page. Without a network, and after a release that took
 * the old files away, it says so in its own place and lets one try again; everything around it
 * stays as it was. (React's `lazy` would take the whole page down, and never ask a second time.)
 */
export function later<Props extends object>(
  load: Load<Props>,
  options: LaterOptions<Props>,
): Later<Props> {
  const source: Source<Props> = {
    kept: undefined,
    load: async () => {
      source.kept = await load();
      return source.kept;
    },
  };
  return Object.assign((props: Props) => <Drawn source={source} options={options} of={props} />, {
    fetch: () =>
      source.load().then(
        () => undefined,
        () => undefined,
      ),
  });
}

type Source<Props> = { kept: ComponentType<Props> | undefined; readonly load: Load<Props> };

type DrawnProps<Props> = {
  readonly source: Source<Props>;
  readonly options: LaterOptions<Props>;
  readonly of: Props;
};

function Drawn<Props extends object>({ source, options, of }: DrawnProps<Props>) {
  const { Piece, failures, isComing, fetch } = usePiece(source.load, source.kept);
  useEffect(() => {
    if (!Piece) void fetch();
  }, [Piece, fetch]);
  if (Piece) return <Piece {...of} />;
  if (failures === 0) return options.waiting(of);
  const again = async () => {
    if (await fetch()) announce(words.later.here);
  };
  if (options.away) return options.away(of, () => void again());
  return <Away failures={failures} isComing={isComing} onAgain={() => void again()} />;
}

/** Code that is fetched when `fetch` is called, and how that went. */
export function usePiece<Props>(load: Load<Props>, kept?: ComponentType<Props>) {
  const [Piece, setPiece] = useState(() => kept);
  const [failures, setFailures] = useState(0);
  const [isComing, setComing] = useState(false);
  const fetch = useCallback(async () => {
    setComing(true);
    try {
      const loaded = await load();
      setPiece(() => loaded);
      return true;
    } catch {
      setFailures((before) => before + 1);
      return false;
    } finally {
      setComing(false);
    }
  }, [load]);
  return { Piece, failures, isComing, fetch };
}

type AwayProps = {
  readonly failures: number;
  readonly isComing: boolean;
  readonly onAgain: () => void;
};

function Away({ failures, isComing, onAgain }: AwayProps) {
  // A file that a release took away comes back with the page only, and some browsers remember
  // that a file failed for as long as the page stands.
  const isTriedInVain = failures > 1 && navigator.onLine;
  return (
    <Notice
      tone="warning"
      isLive
      title={words.later.away}
      actions={
        <>
          <Button
            size="small"
            isPending={isComing}
            pendingText={words.later.coming}
            onPress={onAgain}
          >
            {words.later.again}
          </Button>
          {isTriedInVain ? (
            <Button size="small" onPress={() => window.location.reload()}>
              {words.later.reload}
            </Button>
          ) : null}
        </>
      }
    >
      {isTriedInVain ? words.later.inVain : words.later.kept}
    </Notice>
  );
}

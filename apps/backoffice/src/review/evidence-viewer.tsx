import { problemOf } from "@hall/client/problem";
import { type EvidenceReceiptJson, getFileContent } from "@hall/contracts/files";
import { Button } from "@hall/ui/button";
import { PortraitOutline } from "@hall/ui/portrait-outline";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { ScrollRegion } from "@hall/ui/scroll-region";
import { Skeleton } from "@hall/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { Download, RotateCw, ScanFace, ZoomIn, ZoomOut } from "lucide-react";
import { useEffect, useState } from "react";
import { callRaw } from "../api/call.ts";
import { saveFile } from "../api/save-file.ts";
import { Key } from "../keyboard/key.tsx";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { words } from "./words.ts";

/** Shares of the viewer's width that a picture is shown at. */
const ZOOMS: readonly number[] = [0.5, 0.75, 1, 1.5, 2, 3, 4];

/** Width of a portrait at zoom 1. */
const PORTRAIT_REM = 22;

/** One file: a picture to enlarge and turn, or a PDF in the browser's own viewer (REV-2). */
export function EvidenceViewer({ file }: { readonly file: EvidenceReceiptJson }) {
  const content = useQuery({
    queryKey: [getFileContent.id, file.fileId],
    queryFn: async ({ signal }) => {
      const response = await callRaw(getFileContent, { params: { id: file.fileId }, signal });
      return response.blob();
    },
    // A file never changes, and each fetch is a look in the audit log.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const url = useObjectUrl(content.data);
  if (content.isError) return <ProblemNotice problem={problemOf(content.error)} />;
  if (!content.data || !url) {
    return <Skeleton shape="card" count={1} label={words.evidence.opening} />;
  }
  const save = () => saveFile(content.data, file.fileName);
  return file.mediaType.startsWith("image/") ? (
    <Picture url={url} file={file} onSave={save} />
  ) : (
    <div className="flex flex-col gap-2">
      {navigator.pdfViewerEnabled ? (
        <iframe
          src={url}
          title={words.evidence.image(file.label, file.fileName)}
          className="h-[70vh] w-full border border-line"
        />
      ) : (
        <p>{words.case.noViewer}</p>
      )}
      <div>
        <Button size="small" icon={<Download />} onPress={save}>
          {words.evidence.save}
        </Button>
      </div>
    </div>
  );
}

type PictureProps = {
  readonly url: string;
  readonly file: EvidenceReceiptJson;
  readonly onSave: () => void;
};

function Picture({ url, file, onSave }: PictureProps) {
  const [zoom, setZoom] = useState(1);
  const [turns, setTurns] = useState(0);
  const hasOutline = file.outline === "portrait";
  const [isOutlined, setOutlined] = useState(hasOutline);
  const zoomBy = (step: 1 | -1) => {
    const at = ZOOMS.indexOf(zoom);
    setZoom(ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at + step))] ?? 1);
  };
  const turn = () => setTurns((turns + 1) % 4);
  useShortcuts([
    { keys: ["+", "="], words: words.evidence.keys.zoomIn, run: () => zoomBy(1) },
    { keys: ["-"], words: words.evidence.keys.zoomOut, run: () => zoomBy(-1) },
    { keys: ["t"], words: words.evidence.keys.turn, run: turn },
    ...(hasOutline
      ? [{ keys: ["g"], words: words.evidence.keys.outline, run: () => setOutlined(!isOutlined) }]
      : []),
  ]);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-1">
        <Button size="small" icon={<ZoomIn />} aria-keyshortcuts="+" onPress={() => zoomBy(1)}>
          {words.evidence.zoomIn}
          <Key name="+" />
        </Button>
        <Button size="small" icon={<ZoomOut />} aria-keyshortcuts="-" onPress={() => zoomBy(-1)}>
          {words.evidence.zoomOut}
          <Key name="-" />
        </Button>
        <Button size="small" icon={<RotateCw />} aria-keyshortcuts="t" onPress={turn}>
          {words.evidence.turn}
          <Key name="t" />
        </Button>
        {hasOutline ? (
          <Button
            size="small"
            icon={<ScanFace />}
            aria-keyshortcuts="g"
            aria-pressed={isOutlined}
            onPress={() => setOutlined(!isOutlined)}
          >
            {words.evidence.outline}
            <Key name="g" />
          </Button>
        ) : null}
        <Button size="small" variant="quiet" icon={<Download />} onPress={onSave}>
          {words.evidence.save}
        </Button>
      </div>
      <ScrollRegion
        label={words.evidence.viewer(file.fileName)}
        className="h-[60vh] overflow-auto rounded-card border border-line bg-wash"
      >
        <div
          className={hasOutline ? "relative mx-auto origin-center" : "mx-auto origin-center"}
          style={{
            // A portrait is small: enlarged to the viewer's width it would be all blur.
            width: hasOutline ? `${zoom * PORTRAIT_REM}rem` : `${zoom * 100}%`,
            transform: `rotate(${turns * 90}deg)`,
          }}
        >
          <img
            src={url}
            alt={words.evidence.image(file.label, file.fileName)}
            className="w-full max-w-none"
          />
          {isOutlined ? (
            <PortraitOutline look="guide" className="absolute inset-0 size-full" />
          ) : null}
        </div>
      </ScrollRegion>
    </div>
  );
}

function useObjectUrl(blob: Blob | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return undefined;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}

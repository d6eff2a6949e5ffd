import { Button } from "@hall/ui/button";
import { Download } from "lucide-react";
import { useEffect, useState } from "react";
import { Dialog } from "../app/later-dialogs.tsx";
import { saveFile } from "./fetch-document.ts";
import { words } from "./words.ts";

type PreviewProps = {
  readonly title: string;
  readonly number: string;
  readonly blob: Blob;
  readonly onClose: () => void;
};

/** The paper over the page, where the browser can show one; phones mostly can't inside a page. */
export function Preview({ title, number, blob, onClose }: PreviewProps) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="wide"
      footer={
        <>
          <Button onPress={onClose}>{words.close}</Button>
          <Button
            variant="primary"
            icon={<Download />}
            onPress={() => saveFile(blob, `${title}-${number}.pdf`)}
          >
            {words.download}
          </Button>
        </>
      }
    >
      {navigator.pdfViewerEnabled && url ? (
        <iframe
          src={url}
          title={words.frame(title)}
          className="h-[70vh] w-full border border-line"
        />
      ) : (
        <p>{words.noViewer}</p>
      )}
    </Dialog>
  );
}

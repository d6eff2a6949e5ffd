import { Button } from "@hall/ui/button";
import { Dialog } from "@hall/ui/dialog";
import { FigureText } from "@hall/ui/figure-text";
import { KeyValue } from "@hall/ui/key-value";
import { Stack } from "@hall/ui/layout";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { TextField } from "@hall/ui/text-field";
import { useState } from "react";
import type { AskHumanProps } from "./ask-human.tsx";
import { useAskHuman } from "./use-human-reviews.ts";
import { words } from "./words.ts";

type AskHumanDialogProps = AskHumanProps & { readonly onClose: () => void };

/** All that goes to the reviewer is there already; a person may add a sentence. */
export function AskHumanDialog(props: AskHumanDialogProps) {
  const { actor, service, serviceName, finding, input, onClose } = props;
  const [text, setText] = useState("");
  const asked = {
    service,
    claim: finding.claim,
    ...(finding.at ? { at: finding.at } : {}),
    ...(input ? { input } : {}),
  };
  const act = useAskHuman(actor, asked, onClose);
  return (
    <Dialog
      title={words.human.title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} isDisabled={act.isPending}>
            {words.human.cancel}
          </Button>
          <Button
            variant="primary"
            isPending={act.isPending}
            pendingText={words.human.pending}
            onPress={() => void act.run(text.trim())}
          >
            {words.human.submit}
          </Button>
        </>
      }
    >
      <Stack>
        <p className="text-ink-soft">{words.human.lead}</p>
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        <KeyValue
          items={[
            { label: words.human.service, value: serviceName },
            { label: words.human.rule, value: `${finding.rule} ${finding.words}` },
            { label: words.human.judged, value: finding.message },
            ...finding.figures.map(({ label, value }) => ({
              label,
              value: <FigureText value={value} />,
            })),
            ...(input ? [{ label: words.human.typed, value: words.human.typedNote }] : []),
          ]}
        />
        <TextField
          label={words.human.words}
          help={words.human.wordsHelp}
          isLong
          maxLength={500}
          value={text}
          onChange={setText}
        />
      </Stack>
    </Dialog>
  );
}

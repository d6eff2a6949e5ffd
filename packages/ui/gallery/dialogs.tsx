import { useState } from "react";
import { Button } from "../src/button.tsx";
import { ConfirmDialog, Dialog } from "../src/dialog.tsx";

/** Buttons that open one dialog of each kind. */
export function Dialogs() {
  const [open, setOpen] = useState<"confirm" | "danger" | "view" | undefined>();
  const close = () => setOpen(undefined);
  return (
    <>
      <Button onPress={() => setOpen("confirm")}>打开确认</Button>
      <Button onPress={() => setOpen("danger")}>打开危险确认</Button>
      <Button onPress={() => setOpen("view")}>打开对话框</Button>
      <ConfirmDialog
        title="确认变更缴费套餐和档次"
        isOpen={open === "confirm"}
        consequence="从 2026年4月起，每月 18 日从您尾号 2345 的银行卡扣款 1,366.12 元。"
        confirmText="确认变更"
        pendingText="正在提交"
        onConfirm={close}
        onCancel={close}
      />
      <ConfirmDialog
        title="确认中断参保"
        isOpen={open === "danger"}
        isDanger
        consequence="从 2026年4月起停止缴纳养老和医疗保险，医保待遇随之停止。"
        confirmText="确认中断"
        onConfirm={close}
        onCancel={close}
      >
        <p>您可以随时重新参保，但中断的月份不能补缴。</p>
      </ConfirmDialog>
      <Dialog
        title="材料样张"
        isOpen={open === "view"}
        onClose={close}
        footer={<Button onPress={close}>看好了</Button>}
      >
        <p>这里是样张。</p>
      </Dialog>
    </>
  );
}

import { Menu } from "@hall/ui/menu";
import { KeyRound, LogOut, UserRound } from "lucide-react";
import { useNavigate } from "react-router";
import { forgetSubmissions } from "../api/confirmed-submission.ts";
import { type HallActor, labelOf, signOut } from "../api/session.ts";
import { AccountLabel } from "./account-label.tsx";
import { words } from "./words.ts";

/** Who is signed in, and what concerns the sign-in itself. */
export function AccountMenu({ actor }: { readonly actor: HallActor }) {
  const navigate = useNavigate();
  const leave = async () => {
    forgetSubmissions();
    await signOut();
    navigate("/");
  };
  return (
    <Menu
      label={<AccountLabel name={labelOf(actor)} />}
      aria-label={words.account.open(actor.name)}
      icon={<UserRound />}
      size="small"
      entries={[
        { id: "security", label: words.account.security, icon: <KeyRound />, href: "/me/security" },
        { id: "out", label: words.account.signOut, icon: <LogOut />, onPress: () => void leave() },
      ]}
    />
  );
}

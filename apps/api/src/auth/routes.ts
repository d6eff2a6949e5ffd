import type { Route } from "../http/route.ts";
import { certificateSignIn } from "./certificate-sign-in.ts";
import { unitChallenge } from "./challenge.ts";
import { passwordResetRoutes } from "./password-reset.ts";
import { passwordChange } from "./passwords.ts";
import { personSignIn } from "./person-sign-in.ts";
import { sessionRoutes } from "./session-routes.ts";
import { staffSignIn } from "./staff-sign-in.ts";
import { unitSignIn } from "./unit-sign-in.ts";

export const authRoutes: readonly Route[] = [
  personSignIn,
  unitSignIn,
  unitChallenge,
  certificateSignIn,
  staffSignIn,
  passwordChange,
  ...passwordResetRoutes,
  ...sessionRoutes,
];

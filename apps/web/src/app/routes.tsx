import type { ComponentType } from "react";
import { createBrowserRouter } from "react-router";
import { HomePage } from "../home/home-page.tsx";
import { FailedPage } from "./failed-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { Shell } from "./shell.tsx";

/** A page that is fetched when somebody goes there. */
const page = (load: () => Promise<ComponentType>) => async () => ({ Component: await load() });

export const makeRouter = () =>
  createBrowserRouter([
    {
      Component: Shell,
      ErrorBoundary: FailedPage,
      HydrateFallback: () => null,
      children: [
        { index: true, Component: HomePage },
        {
          path: "services",
          lazy: page(async () => (await import("../directory/services-page.tsx")).ServicesPage),
        },
        {
          path: "services/:code",
          lazy: page(async () => (await import("../directory/guide-page.tsx")).GuidePage),
        },
        {
          path: "services/:code/apply",
          lazy: page(async () => (await import("../apply/apply-page.tsx")).ApplyPage),
        },
        {
          path: "sign-in",
          lazy: page(async () => (await import("../session/sign-in-page.tsx")).SignInPage),
        },
        {
          path: "sign-in/reset",
          lazy: page(async () => (await import("../session/reset-page.tsx")).ResetPage),
        },
        {
          path: "me/security",
          lazy: page(async () => (await import("../session/security-page.tsx")).SecurityPage),
        },
        { path: "*", Component: NotFoundPage },
      ],
    },
  ]);

import "./app.css";
import { applyPreferences } from "@hall/ui/preferences";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { restoreSession } from "./api/session.ts";
import { queryClient } from "./api/use-answer.ts";
import { BASE } from "./app/base.ts";
import { AppRoutes } from "./app/routes.tsx";

applyPreferences();
void restoreSession();

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element with the id root.");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <BrowserRouter basename={BASE}>
        <AppRoutes />
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);

import "./gallery.css";
import type { ComponentType } from "react";
import { createRoot } from "react-dom/client";
import { applyPreferences } from "../src/preferences.tsx";
import { Provider } from "../src/provider.tsx";
import { BackofficePage } from "./backoffice-page.tsx";
import { BasicsPage } from "./basics-page.tsx";
import { CasesPage } from "./cases-page.tsx";
import { DataPage } from "./data-page.tsx";
import { FieldsPage } from "./fields-page.tsx";
import { OverlaysPage } from "./overlays-page.tsx";
import { RefusalsPage } from "./refusals-page.tsx";

/** The pages of the gallery by the name in the address: `?page=fields`. */
const pages: Record<string, ComponentType> = {
  basics: BasicsPage,
  fields: FieldsPage,
  refusals: RefusalsPage,
  cases: CasesPage,
  data: DataPage,
  overlays: OverlaysPage,
  backoffice: BackofficePage,
};

applyPreferences();
const asked = new URLSearchParams(window.location.search);
const { dataset } = document.documentElement;
if (asked.has("elder")) dataset.elder = "";
if (asked.has("dark")) dataset.theme = "dark";
if (asked.get("page") === "backoffice") dataset.density = "compact";

const Page = pages[asked.get("page") ?? "basics"] ?? BasicsPage;
const root = document.getElementById("root");
if (!root) throw new Error("The gallery's page has no element with the id root.");
createRoot(root).render(
  <Provider
    navigate={(path) => {
      window.location.hash = path;
    }}
  >
    <Page />
  </Provider>,
);

import {
  closePermission,
  getUnit,
  listUnits,
  openPermission,
} from "@hall/contracts/backoffice/units";
import { getUnitOverview, listUnitPeople } from "@hall/contracts/unit-overview";
import { type Route, route } from "../http/route.ts";
import { unitNow, unitsPage } from "./list.ts";
import { overview } from "./overview.ts";
import { peoplePage } from "./people.ts";
import { close, open } from "./permissions.ts";

/** Units, and what the centre has opened to each. */
export const unitRoutes: readonly Route[] = [
  route(listUnits, unitsPage),
  route(getUnit, unitNow),
  route(openPermission, open),
  route(closePermission, close),
  route(getUnitOverview, overview),
  route(listUnitPeople, peoplePage),
];

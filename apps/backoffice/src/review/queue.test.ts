import { goesOn } from "@hall/client/use-pages";
import { describe, expect, it } from "vitest";
import { heirOf, layTrail, neighbour, noteOpened, readTrail, trailOf } from "./queue-trail.ts";
import { queryOf, viewOf } from "./queue-views.ts";
import { withoutPages } from "./use-address-pages.ts";

describe("queryOf", () => {
  it.each([
    ["", {}],
    ["view=mine", { assignee: "me" }],
    [
      "view=overdue&service=sealed-account-withdrawal",
      {
        due: "overdue",
        service: "sealed-account-withdrawal",
      },
    ],
    ["view=none&state=in-review", { assignee: "none", state: "in-review" }],
    ["view=asked&state=in-review", { state: "more-needed" }],
    ["view=unheard&state=unheard", {}],
  ])("reads %j", (search, query) => {
    expect(queryOf(new URLSearchParams(search))).toEqual(query);
  });

  it("takes an unknown view for the whole queue", () => {
    expect(viewOf(new URLSearchParams("view=unheard"))).toBe("all");
  });
});

describe("the trail", () => {
  it("leads to the neighbours and ends at both ends", () => {
    const numbers = ["1", "2", "3"];
    expect(neighbour(numbers, "2", 1)).toBe("3");
    expect(neighbour(numbers, "2", -1)).toBe("1");
    expect(neighbour(numbers, "3", 1)).toBeNull();
    expect(neighbour(numbers, "1", -1)).toBeNull();
    expect(neighbour(numbers, "9", 1)).toBeNull();
  });

  it("passes over what a reviewer can't work on", () => {
    const somebody = { id: "1", name: "测审二" };
    const rows = [
      { number: "1", isOwn: true, isMine: false, assignee: null },
      { number: "2", isOwn: false, isMine: false, assignee: null },
      { number: "3", isOwn: false, isMine: false, assignee: somebody },
      { number: "4", isOwn: false, isMine: true, assignee: somebody },
    ];
    expect(trailOf(rows, true)).toEqual(["2", "4"]);
    expect(trailOf(rows, false)).toEqual(["1", "2", "3", "4"]);
  });

  it("comes back as it was laid", () => {
    layTrail("?view=mine", ["1", "2"]);
    expect(readTrail()).toEqual({ search: "?view=mine", numbers: ["1", "2"] });
  });

  it("is empty where something else is kept", () => {
    sessionStorage.setItem("hall.staff.trail", "[1");
    expect(readTrail()).toEqual({ search: "", numbers: [] });
  });
});

describe("heirOf", () => {
  const before = ["1", "2", "3", "4"];

  it.each([
    ["stays where the row is still there", "2", ["2", "4"], "2"],
    ["goes on to the next that is left", "2", ["1", "4"], "4"],
    ["goes back from the end", "4", ["1", "3"], "3"],
    ["stands nowhere in a list that has nothing of before", "2", ["8"], null],
    ["stands nowhere in an empty list", "2", [], null],
    ["stands nowhere before it was anywhere", null, ["1"], null],
  ])("%s", (_, current, now, heir) => {
    expect(heirOf(before, current, now)).toBe(heir);
  });
});

it("remembers the case that was opened, until the queue is laid out anew", () => {
  layTrail("?view=mine", ["1", "2"]);
  noteOpened("2");
  expect(readTrail()).toEqual({ search: "?view=mine", numbers: ["1", "2"], opened: "2" });
  layTrail("", ["3"]);
  expect(readTrail()).toEqual({ search: "", numbers: ["3"] });
});

it("leaves pages out of what an address narrows", () => {
  const search = new URLSearchParams("view=mine&after=a&after=b");
  expect(withoutPages(search).toString()).toBe("view=mine");
});

it("takes a second press before the next page has come for none", () => {
  expect(goesOn([], "a")).toBe(true);
  expect(goesOn(["a"], "a")).toBe(false);
  expect(goesOn(["a"], "b")).toBe(true);
  expect(goesOn(["a"], null)).toBe(false);
});

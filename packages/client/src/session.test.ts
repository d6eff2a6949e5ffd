// @vitest-environment happy-dom
import type { ActorJson } from "@hall/contracts/auth";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SessionStore } from "./session.ts";

type Person = Extract<ActorJson, { kind: "person" }>;
const person = (id: string): Person => ({
  kind: "person",
  id,
  name: "测灵一",
  personalNumber: "P0000001",
  mustChangePassword: false,
});
const answer = (id: string, accessToken = `token of ${id}`) => ({
  accessToken,
  expiresInSeconds: 600,
  actor: person(id),
});
const open = () =>
  new SessionStore<Person>({
    name: "hall",
    knows: (actor) => actor.kind === "person",
    home: "/",
    refresh: { path: "/auth/refresh" },
    signOut: { path: "/auth/sign-out" },
    hintOf: ({ name }) => name.length,
  });

const answers: (object | null)[] = [];
beforeEach(() => {
  vi.stubGlobal("fetch", async () => {
    const body = answers.shift();
    return body ? Response.json(body) : new Response(null, { status: 401 });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  window.localStorage.clear();
  answers.length = 0;
});

describe("the sign-in of one side (SGN-5)", () => {
  it("asks nothing for a stranger, and takes the cookie up for who was here", async () => {
    expect(open().current()).toEqual({ state: "out" });
    open().takeSignedIn(answer("a"));
    const later = open();
    expect(later.current()).toEqual({ state: "unknown" });
    answers.push(answer("a", "new"));
    await later.restore();
    expect(later.current()).toEqual({ state: "in", actor: person("a") });
    expect(await later.freshToken()).toBe("new");
  });

  it("is out where the cookie doesn't count any more", async () => {
    open().takeSignedIn(answer("a"));
    const later = open();
    await later.restore();
    expect(later.current()).toEqual({ state: "out" });
    expect(open().current()).toEqual({ state: "out" });
  });

  it("knows nobody of the other side", () => {
    const store = open();
    const staff = { ...answer("s"), actor: { kind: "staff", id: "s" } as unknown as ActorJson };
    expect(store.takeSignedIn(staff)).toBe(false);
    expect(store.current().state).toBe("out");
  });

  it("renews once for all who found the token ended", async () => {
    const store = open();
    store.takeSignedIn(answer("a", "old"));
    answers.push(answer("a", "new"), answer("a", "never asked for"));
    const renewed = await Promise.all([store.renewToken("old"), store.renewToken("old")]);
    expect(renewed).toEqual(["new", "new"]);
    expect(answers).toHaveLength(1);
  });

  it("lets what waits go on for the same person, and forgets it for another", async () => {
    const store = open();
    const forget = vi.fn();
    store.onActorLeaving(forget);
    store.takeSignedIn(answer("a"));
    const same = store.signedInAgain();
    store.takeSignedIn(answer("a", "again"));
    expect(await same).toBe("again");
    expect(forget).not.toHaveBeenCalled();
    const other = store.signedInAgain();
    store.takeSignedIn(answer("b"));
    expect(await other).toBeNull();
    expect(forget).toHaveBeenCalledOnce();
  });
});

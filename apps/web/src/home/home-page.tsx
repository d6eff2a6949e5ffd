import { useEffect } from "react";
import { useSession } from "../api/session.ts";
import { ServiceSearch } from "../directory/service-search.tsx";
import { AlsoHere } from "./also-here.tsx";
import { EverydayWords, LifeEvents } from "./everyday.tsx";
import { FourMenus } from "./four-menus.tsx";
import { Mine, MinePlace } from "./mine.tsx";
import { NewestNotice, Notices } from "./notices.tsx";
import { SignInCard } from "./sign-in-card.tsx";
import { ToDo } from "./to-do.tsx";
import { words } from "./words.ts";

/** Search first; beside it what is mine, or the way in. */
export function HomePage() {
  const session = useSession();
  const actor = session.state === "in" ? session.actor : null;
  useEffect(() => {
    document.title = words.windowTitle;
  }, []);
  return (
    <div className="flex flex-col gap-10">
      <section className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] xl:gap-12">
        <div className="min-w-0 pt-2 lg:pt-6">
          <h1 className="text-h1 font-bold">{actor ? words.hello(actor.name) : words.title}</h1>
          <p className="mt-2 mb-6 text-lead text-ink-soft">{words.lead}</p>
          <ServiceSearch isMain />
          <EverydayWords />
          <NewestNotice />
          {actor ? <ToDo /> : null}
        </div>
        {session.state === "unknown" ? (
          <MinePlace />
        ) : actor ? (
          <Mine actor={actor} />
        ) : (
          <SignInCard />
        )}
      </section>
      <FourMenus actor={actor} />
      <Notices />
      <LifeEvents />
      <AlsoHere />
    </div>
  );
}

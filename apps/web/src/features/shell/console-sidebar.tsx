"use client";
/** The console's navigation: logo, search, sections with counts, and who is signed in. Drawn full, as a rail, or in the drawer. */
import {
  Logo,
  LogoMark,
  RailButton,
  Sidebar,
  SidebarItem,
  SidebarSearch,
  SidebarSection,
  useSidebarForm,
} from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import type { NavigationCounts } from "@rollcall/accounts";
import dynamic from "next/dynamic";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTRPC } from "../../trpc/client";
import { useCommandMenu } from "./command-menu";
import { isHere, navigationFor, type CountName, type Destination } from "./navigation";
import { useModKey } from "./reader";
import { WhoIsSignedIn } from "./who-is-signed-in";
import { useViewer } from "./viewer-context";

const UserMenu = dynamic(() => import("./user-menu").then((module) => module.UserMenu), {
  ssr: false,
  loading: () => <WhoIsSignedIn />,
});

export function ConsoleSidebar() {
  const { permissions } = useViewer();
  return (
    <Sidebar header={<Header />} footer={<UserMenu />}>
      <SearchButton />
      {navigationFor(permissions).map((section) => (
        <SidebarSection key={section.label ?? "first"} label={section.label ?? undefined}>
          {section.destinations.map((destination) => (
            <Item key={destination.href} destination={destination} />
          ))}
        </SidebarSection>
      ))}
    </Sidebar>
  );
}

/** A landmark of its own: what stands outside one is not found by people who jump from landmark to landmark. */
function Header() {
  const form = useSidebarForm();
  return (
    <header className={form === "rail" ? "flex" : "flex flex-1 items-center justify-between"}>
      <Link href="/overview" aria-label="Rollcall, overview" className="rounded-xs">
        {form === "rail" ? <LogoMark size={22} label="" /> : <Logo size={22} label="" />}
      </Link>
      {form === "full" && <RailButton />}
    </header>
  );
}

function SearchButton() {
  const { open } = useCommandMenu();
  const mod = useModKey();
  const rail = useSidebarForm() === "rail";
  return (
    <>
      {rail && <RailButton />}
      <SidebarSearch label="Search or go to" kbd={[mod, "K"]} onClick={open} />
    </>
  );
}

function Item({ destination }: { destination: Destination }) {
  const path = usePathname();
  const trpc = useTRPC();
  const { data: counts } = useQuery(trpc.shell.counts.queryOptions(undefined, { staleTime: 30_000 }));
  const { icon: Icon, label, href, count } = destination;
  const figure = count === undefined || counts === undefined ? undefined : figureOf(counts, count);
  const figures =
    count === "importsWaiting" || count === "mailTrouble"
      ? { alert: figure, alertLabel: "need attention" }
      : { count: figure };
  return (
    <SidebarItem
      icon={<Icon />}
      label={label}
      active={isHere(destination, path)}
      render={<Link href={href} />}
      {...figures}
    />
  );
}

function figureOf(counts: NavigationCounts, name: CountName): number {
  return name === "accounts" ? counts.accounts.count : counts[name];
}

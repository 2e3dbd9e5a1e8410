"use client";
/**
 * The frame of one's own account: made for a phone held in one hand, with its parts at the thumb; on wide screens the
 * same parts are tabs.
 */
import {
  Avatar,
  Button,
  Logo,
  Menu,
  MenuItem,
  MenuRadioGroup,
  MenuSeparator,
  TabLinks,
  classNames,
  useTheme,
  type Theme,
} from "@rollcall/ui";
import { ArrowLeft, KeyRound, LogOut, MonitorSmartphone, Smartphone, UserRound } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import type { Me } from "@rollcall/accounts";
import { requestSignOut } from "../entry/session-requests";

const parts = [
  { href: "/me", label: "Profile", icon: UserRound },
  { href: "/me/devices", label: "Devices", icon: Smartphone },
  { href: "/me/password", label: "Password", icon: KeyRound },
  { href: "/me/sessions", label: "Signed in", icon: MonitorSmartphone },
];

export function PortalFrame({ viewer, children }: { viewer: Me; children: ReactNode }) {
  const path = usePathname();
  const toConsole = viewer.role === "ADMINISTRATOR" && !viewer.mustChangePassword;
  return (
    <div className="flex min-h-dvh flex-col bg-canvas">
      <div className="mx-auto flex w-full max-w-160 flex-1 flex-col px-5 pb-28 md:px-6 md:pb-16">
        <header className="flex items-center justify-between gap-3 pt-5 pb-6 md:pt-8">
          <Link href="/me" aria-label="Rollcall, my account" className="rounded-xs">
            <Logo size={20} label="" />
          </Link>
          <div className="flex items-center gap-2">
            {toConsole && (
              <Button variant="ghost" icon={<ArrowLeft />} render={<Link href="/overview" />}>
                Console
              </Button>
            )}
            <AccountMenu viewer={viewer} />
          </div>
        </header>
        <TabLinks
          label="My account"
          className="mb-8 max-md:hidden"
          tabs={parts.map(({ href, label }) => ({
            link: <Link href={href} />,
            label,
            active: path === href,
          }))}
        />
        <main id="content">{children}</main>
      </div>
      <nav
        aria-label="My account, at the foot"
        className="fixed inset-x-0 bottom-0 z-10 flex border-t border-border bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        {parts.map(({ href, label, icon: Icon }) => (
          <Link
            key={href}
            href={href}
            aria-current={path === href ? "page" : undefined}
            className={classNames(
              "flex min-h-16 flex-1 flex-col items-center justify-center gap-1 text-2xs focus-visible:-outline-offset-2",
              path === href ? "font-medium text-accent-text" : "text-foreground-3",
            )}
          >
            <Icon className="size-5.5" />
            {label}
          </Link>
        ))}
      </nav>
    </div>
  );
}

function AccountMenu({ viewer }: { viewer: Me }) {
  const [theme, setTheme] = useTheme();
  return (
    <Menu
      align="end"
      label="Your account"
      trigger={
        <button type="button" className="flex size-12 items-center justify-center rounded-full">
          <Avatar name={viewer.name} size="lg" />
          <span className="sr-only">Your account: {viewer.name}</span>
        </button>
      }
    >
      <MenuRadioGroup
        label="Theme"
        value={theme}
        onValueChange={(value) => setTheme(value as Theme)}
        options={[
          { value: "system", label: "Like the system" },
          { value: "light", label: "Light" },
          { value: "dark", label: "Dark" },
        ]}
      />
      <MenuSeparator />
      <MenuItem icon={<LogOut />} onSelect={() => void requestSignOut()}>
        Sign out
      </MenuItem>
    </Menu>
  );
}

/** The heading of a part. */
export function PortalTitle({ title, meta }: { title: string; meta?: ReactNode }) {
  return (
    <div className="mb-5 flex items-baseline justify-between gap-3">
      <h1 className="text-2xl font-semibold">{title}</h1>
      {meta !== undefined && (
        <span className="shrink-0 text-base text-foreground-3 max-md:hidden">{meta}</span>
      )}
    </div>
  );
}

/** A rounded box of lines, as phones show settings; with a label it is a part of the page. */
export function PortalCard({ label, children }: { label?: string; children: ReactNode }) {
  const look = "overflow-hidden rounded-xl border border-border bg-surface";
  if (label === undefined) return <div className={look}>{children}</div>;
  return (
    <section aria-label={label} className={look}>
      {children}
    </section>
  );
}

/** A name over its value. */
export function PortalLine({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="border-border-subtle px-4 py-3 not-first:border-t">
      <dt className="text-sm text-foreground-3">{label}</dt>
      <dd className="mt-0.5 text-base break-words md:text-base">{children}</dd>
    </div>
  );
}

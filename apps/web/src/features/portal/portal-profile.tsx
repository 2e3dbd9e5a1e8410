"use client";
/** Who I am here, and which groups I am in. */
import { Button, Callout, Chip, RelativeTime } from "@rollcall/ui";
import { LogOut } from "lucide-react";
import Link from "next/link";
import type { Me } from "@rollcall/accounts";
import { requestSignOut } from "../entry/session-requests";
import { roleName } from "../pieces/role-name";
import { PortalCard, PortalLine, PortalTitle } from "./portal-frame";

export function PortalProfile({ viewer, fromConsole }: { viewer: Me; fromConsole: boolean }) {
  return (
    <>
      {fromConsole && (
        <Callout tone="info" title="The console is for administrators" className="mb-5">
          You are signed in as {viewer.name}, a User of {viewer.organisation}. Here is your own account. If
          you need more, ask an administrator.
        </Callout>
      )}
      <PortalTitle title="My account" />
      <PortalCard label="Who I am">
        <dl>
          <PortalLine label="Name">{viewer.name}</PortalLine>
          <PortalLine label="I sign in as">{viewer.email}</PortalLine>
          <PortalLine label="Organisation">{viewer.organisation}</PortalLine>
          {viewer.department !== null && <PortalLine label="Department">{viewer.department}</PortalLine>}
          {viewer.role === "ADMINISTRATOR" && (
            <PortalLine label="Role">{roleName(viewer)} administrator</PortalLine>
          )}
        </dl>
      </PortalCard>
      <h2 className="mt-8 mb-3 text-md font-semibold">My groups</h2>
      {viewer.groups.length === 0 ? (
        <p className="text-base text-foreground-3">You are in no group yet.</p>
      ) : (
        <ul className="flex flex-wrap gap-2">
          {viewer.groups.map((group) => (
            <li key={group}>
              <Chip size="md">{group}</Chip>
            </li>
          ))}
        </ul>
      )}
      <h2 className="mt-8 mb-3 text-md font-semibold">My password</h2>
      <PortalCard label="My password">
        <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
          <p className="text-base text-foreground-2">
            {viewer.passwordChangedAt === null ? (
              "Set."
            ) : (
              <>
                Changed <RelativeTime value={viewer.passwordChangedAt} />.
              </>
            )}
          </p>
          <Button size="lg" render={<Link href="/me/password" />}>
            Change it
          </Button>
        </div>
      </PortalCard>
      <Button
        variant="ghost"
        size="touch"
        wide
        icon={<LogOut />}
        className="mt-8 md:hidden"
        onClick={() => void requestSignOut()}
      >
        Sign out
      </Button>
    </>
  );
}

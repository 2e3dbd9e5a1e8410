/** An address behind which there is nothing. */
import { Button, Logo, NotFound } from "@rollcall/ui";
import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Not found" };

export default function NotFoundPage() {
  return (
    <div className="flex min-h-dvh flex-col bg-background px-6">
      <header className="py-6">
        <Link href="/" aria-label="Rollcall, start" className="inline-block rounded-xs">
          <Logo size={22} label="" />
        </Link>
      </header>
      <main id="content" className="flex flex-1 items-center justify-center pb-24">
        <NotFound
          actions={
            <Button variant="primary" render={<Link href="/" />}>
              Go to the start
            </Button>
          }
        />
      </main>
    </div>
  );
}

"use client";
/** What a page shows when it broke: a sentence, the number under which it was noted, and two ways on. */
import { Button, ErrorState } from "@rollcall/ui";

export interface DefectProps {
  error: unknown;
  retry: () => void;
}

export function Defect({ error, retry }: DefectProps) {
  return (
    <ErrorState
      level={1}
      title="Something went wrong"
      description="It has been noted. Nothing you did is lost; try again, or go back to the start."
      reference={digestOf(error)}
      actions={
        <>
          <Button variant="primary" onClick={() => retry()}>
            Try again
          </Button>
          {/* A full load: what is broken may be broken in memory. */}
          <Button onClick={() => window.location.assign("/")}>Go to the start</Button>
        </>
      }
    />
  );
}

/** Errors of the server carry the number under which the server noted them. */
function digestOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}

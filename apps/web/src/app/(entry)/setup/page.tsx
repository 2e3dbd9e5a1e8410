/** The one-time set-up link leads here. The token stays in the browser; this page never sees it. */
import type { Metadata } from "next";
import { EntryFrame } from "../../../features/entry/entry-frame";
import { SetUp } from "../../../features/entry/set-up";

export const metadata: Metadata = { title: "Set up" };

export default function SetUpPage() {
  return (
    <EntryFrame organisation={null}>
      <SetUp />
    </EntryFrame>
  );
}

/** An address in the console behind which there is nothing; navigation stays. */
import { Button, NotFound } from "@rollcall/ui";
import Link from "next/link";
import { ConsolePage } from "../../features/pieces/console-page";

export default function ConsoleNotFound() {
  return (
    <ConsolePage title="Not found">
      <NotFound
        actions={
          <Button variant="primary" render={<Link href="/overview" />}>
            Go to the overview
          </Button>
        }
      />
    </ConsolePage>
  );
}

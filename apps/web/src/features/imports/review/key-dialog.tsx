"use client";
/** All keys of the review on one page, behind "?". */
import { Dialog, Kbd } from "@rollcall/ui";
import { useModKey } from "../../shell/reader";
import { keyList } from "./key-list";

export function KeyDialog({ onClose }: { onClose: () => void }) {
  const mod = useModKey();
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Keys"
      description="Everything here can be done without a mouse."
    >
      <div className="grid gap-x-10 gap-y-5 md:grid-cols-2">
        {keyList(mod).map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3 className="mb-1.5 font-semibold">{group.title}</h3>
            <dl>
              {group.keys.map(({ keys, what }) => (
                <div key={what} className="flex items-baseline justify-between gap-4 py-1">
                  <dt className="text-foreground-2">{what}</dt>
                  <dd className="shrink-0">
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

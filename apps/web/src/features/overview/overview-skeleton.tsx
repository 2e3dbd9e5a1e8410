/** The overview while its figures are on their way. It needs nothing of the screen, so its address shows it without the screen's code. */
import { Skeleton, Stat, StatGroup } from "@rollcall/ui";

export function OverviewSkeleton() {
  return (
    <div role="status" aria-label="Loading the overview">
      <StatGroup label="Figures">
        {["Accounts", "Active", "Groups", "Mail sent"].map((label) => (
          <Stat
            key={label}
            label={label}
            value={<Skeleton className="my-2 h-4 w-20" />}
            caption={<Skeleton className="w-28" />}
          />
        ))}
      </StatGroup>
      <div className="px-5 py-6">
        <Skeleton className="h-3 w-40" />
        <div aria-hidden className="mt-6 h-80 animate-breathe rounded-sm bg-muted/60" />
      </div>
    </div>
  );
}

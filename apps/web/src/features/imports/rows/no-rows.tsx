/** What a list of rows says when its filters leave nothing. */
import { Button, NothingFound } from "@rollcall/ui";
import { isFiltered, type RowsView } from "./rows-url";

export function NoRows({ view, onClear }: { view: RowsView; onClear: () => void }) {
  return (
    <div className="p-5">
      <NothingFound action={isFiltered(view) ? <Button onClick={onClear}>Show all rows</Button> : undefined}>
        {view.search === "" ? (
          "No row is like this."
        ) : (
          <>
            No row has <strong className="font-semibold">“{view.search}”</strong> in it.
          </>
        )}
      </NothingFound>
    </div>
  );
}

"use client";
/** The mappings that are kept, beside the templates: there to be known of and thrown away. */
import { IconButton, RelativeTime } from "@rollcall/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bookmark, X } from "lucide-react";
import { useTRPC } from "../../../trpc/client";
import { useNews } from "../../pieces/use-news";

export function SavedMappings() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const news = useNews();
  const saved = useQuery(trpc.imports.mappings.queryOptions({}));
  const remove = useMutation(
    trpc.imports.deleteMapping.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: trpc.imports.mappings.pathKey() }),
      onError: news.failed,
    }),
  );
  if (saved.data === undefined || saved.data.length === 0) return null;
  return (
    <section className="mt-6">
      <h3 className="text-sm font-semibold">Saved mappings</h3>
      <ul className="mt-1">
        {saved.data.map((one) => (
          <li key={one.id} className="flex min-h-9 items-center gap-2.5">
            <Bookmark className="text-foreground-3" />
            <span className="min-w-0 flex-1 truncate">{one.name}</span>
            <span className="text-xs text-foreground-3">
              saved <RelativeTime value={one.savedAt} />
            </span>
            <IconButton
              size="sm"
              label={`Throw “${one.name}” away`}
              icon={<X />}
              onClick={() => remove.mutate({ mappingId: one.id })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

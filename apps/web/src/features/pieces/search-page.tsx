"use client";
/** A page of the console with a search box: in the bar at a desk, on a line of its own below it on a phone. */
import { SearchInput } from "@rollcall/ui";
import type { ReactNode } from "react";
import { useIsPhone } from "../shell/reader";
import { useShortcutsOn } from "../shell/shortcuts";
import { ConsolePage, type ConsolePageProps } from "./console-page";
import { useSearchText } from "./use-search-text";

export interface PageSearch {
  /** "Search mail" */
  label: string;
  /** what may be typed: "Name or address" */
  placeholder: string;
  /** what the address says */
  applied: string;
  /** writes it there, a moment after the last stroke */
  apply: (text: string) => void;
}

export interface SearchPageProps extends ConsolePageProps {
  search: PageSearch;
  /** of the phone's line */
  searchClassName?: string;
}

export function SearchPage({
  search,
  searchClassName = "border-b border-border px-4 py-3",
  actions,
  children,
  ...header
}: SearchPageProps) {
  const phone = useIsPhone();
  return (
    <ConsolePage
      {...header}
      actions={
        <>
          {!phone && <SearchBox {...search} phone={false} />}
          {actions}
        </>
      }
    >
      {phone && (
        <div className={searchClassName}>
          <SearchBox {...search} phone />
        </div>
      )}
      {children}
    </ConsolePage>
  );
}

function SearchBox({
  label,
  placeholder,
  applied,
  apply,
  phone,
}: PageSearch & { phone: boolean }): ReactNode {
  const [text, setText] = useSearchText(applied, apply);
  const { on } = useShortcutsOn();
  return (
    <SearchInput
      label={label}
      placeholder={placeholder}
      slash={on}
      size={phone ? "touch" : "md"}
      value={text}
      onValueChange={setText}
      className={phone ? undefined : "w-64"}
    />
  );
}

"use client";
/**
 * The screen of a short list that the server gives whole: plans, attributes, domains, policies. Search, add, open and delete
 * are the same for all; what a row shows and what its form asks, the caller says.
 */
import { Button, EmptyState, IconButton, Menu, MenuItem, NothingFound, Num, PanelBody } from "@rollcall/ui";
import { CompactRow, type GridColumn } from "@rollcall/ui/data-grid";
import { Ellipsis, Pencil, Plus, Trash2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { SearchPage } from "../pieces/search-page";
import { LazyDataGrid } from "../pieces/lazy-data-grid";
import { QueryTrouble } from "../pieces/query-trouble";
import { useUrlState } from "../pieces/use-url-state";
import { useIsPhone } from "../shell/reader";
import { OpenForm } from "./open-form";
import { matching, registerQuery } from "./register-query";
import { RowName } from "./row-name";

export interface RegisterWords {
  title: string;
  one: string;
  many: string;
  href: string;
  emptyTitle: string;
  emptyWords: string;
}

export interface RegisterRow {
  id: string;
  name: string;
}

/** What a query of the whole list gives. */
export interface RegisterList<Row> {
  data: Row[] | undefined;
  error: unknown;
  isError: boolean;
  isPending: boolean;
  refetch: () => unknown;
}

export interface RegisterScreenProps<Row extends RegisterRow> {
  words: RegisterWords;
  list: RegisterList<Row>;
  mayWrite: boolean;
  /** after the column of names */
  columns: readonly GridColumn<Row>[];
  /** what the search looks at besides the name */
  texts?: ((row: Row) => readonly string[]) | undefined;
  /** behind the name: marks like "Default" */
  marks?: ((row: Row) => ReactNode) | undefined;
  /** second line on a phone, and its end */
  detail: (row: Row) => ReactNode;
  end?: ((row: Row) => ReactNode) | undefined;
  /** more to do with one, before Delete */
  actions?: ((row: Row) => ReactNode) | undefined;
  /** the form; `row` is null for a new one */
  form: (props: RegisterFormProps<Row>) => ReactNode;
  /** the question before one is deleted */
  removal: (props: { row: Row; open: boolean; onOpenChange: (open: boolean) => void }) => ReactNode;
}

export interface RegisterFormProps<Row> {
  row: Row | null;
  open: boolean;
  onClose: () => void;
  /** asks whether the entry shall go */
  onDelete: () => void;
}

export function RegisterScreen<Row extends RegisterRow>(props: RegisterScreenProps<Row>) {
  const { words, list, mayWrite, texts } = props;
  const [query, setQuery] = useUrlState(registerQuery);
  const phone = useIsPhone();
  const rows = list.data ?? [];
  const shown = matching(rows, query.search, (row) => [row.name, ...(texts?.(row) ?? [])]);
  const open = (id: string) => setQuery({ ...query, open: id });
  const close = () => setQuery({ ...query, open: null }, "replace");
  const [asked, setAsked] = useState<Row | null>(null);
  const [asking, setAsking] = useState(false);
  const ask = (row: Row) => {
    setAsked(row);
    setAsking(true);
  };
  return (
    <SearchPage
      title={words.title}
      meta={list.data === undefined ? undefined : <Num value={list.data.length} />}
      search={{
        label: `Search ${words.many}`,
        placeholder: `Name of ${/^[aeiou]/.test(words.one) ? "an" : "a"} ${words.one}`,
        applied: query.search,
        apply: (search) => setQuery({ ...query, search }, "replace"),
      }}
      actions={mayWrite && <AddButton words={words} phone={phone} onClick={() => open("new")} />}
    >
      <PanelBody scroll={false}>
        {list.isError && list.data === undefined ? (
          <QueryTrouble
            what={`list of ${words.many}`}
            error={list.error}
            onRetry={() => void list.refetch()}
          />
        ) : (
          <Rows
            {...props}
            rows={shown}
            onOpen={open}
            onDelete={ask}
            search={query.search}
            onClear={() => setQuery({ ...query, search: "" }, "replace")}
          />
        )}
      </PanelBody>
      {mayWrite && (
        <OpenForm
          form={props.form}
          rows={list.data}
          open={query.open}
          onClose={close}
          onDelete={(row) => {
            close();
            ask(row);
          }}
        />
      )}
      {asked !== null && props.removal({ row: asked, open: asking, onOpenChange: setAsking })}
    </SearchPage>
  );
}

function AddButton({ words, phone, onClick }: { words: RegisterWords; phone: boolean; onClick: () => void }) {
  if (phone)
    return (
      <IconButton label={`Add ${words.one}`} size="lg" icon={<Plus className="size-5" />} onClick={onClick} />
    );
  return (
    <Button variant="primary" icon={<Plus />} onClick={onClick}>
      Add {words.one}
    </Button>
  );
}

interface RowsProps<Row extends RegisterRow> extends RegisterScreenProps<Row> {
  rows: Row[];
  onOpen: (id: string) => void;
  onDelete: (row: Row) => void;
  search: string;
  onClear: () => void;
}

function Rows<Row extends RegisterRow>(props: RowsProps<Row>) {
  const { words, list, mayWrite, columns, marks, detail, end, actions, rows, onOpen, search } = props;
  const name = (row: Row) => (
    <RowName words={words} row={row} mayWrite={mayWrite} onOpen={onOpen} marks={marks?.(row)} />
  );
  const first: GridColumn<Row> = { id: "name", header: "Name", width: "minmax(180px, 1.4fr)", cell: name };
  return (
    <>
      <LazyDataGrid<Row>
        label={words.title}
        columns={[first, ...columns]}
        rows={rows}
        rowKey={(row) => row.id}
        totalCount={rows.length}
        loading={list.isPending}
        renderCompact={(row) => (
          <CompactRow
            title={name(row)}
            detail={detail(row)}
            {...(end === undefined ? {} : { end: end(row) })}
          />
        )}
        {...(mayWrite
          ? {
              rowActions: (row: Row) => (
                <Menu
                  align="end"
                  label={`More about ${row.name}`}
                  trigger={<IconButton label="More" icon={<Ellipsis />} size="sm" variant="secondary" />}
                >
                  <MenuItem icon={<Pencil />} onSelect={() => onOpen(row.id)}>
                    Change
                  </MenuItem>
                  {actions?.(row)}
                  <MenuItem icon={<Trash2 />} tone="danger" onSelect={() => props.onDelete(row)}>
                    Delete
                  </MenuItem>
                </Menu>
              ),
            }
          : {})}
        empty={<Empty {...props} search={search} />}
      />
    </>
  );
}

function Empty<Row extends RegisterRow>({ words, mayWrite, search, onOpen, onClear }: RowsProps<Row>) {
  if (search.trim() !== "") {
    return (
      <NothingFound className="m-4 md:m-5" action={<Button onClick={onClear}>Clear</Button>}>
        No {words.one} matches <strong className="font-medium">“{search.trim()}”</strong>.
      </NothingFound>
    );
  }
  return (
    <EmptyState
      title={words.emptyTitle}
      description={words.emptyWords}
      actions={mayWrite && <Button onClick={() => onOpen("new")}>Add {words.one}</Button>}
    />
  );
}

"use client";
// The part of Combobox that is loaded when it is first shown.
import { Combobox } from "@base-ui/react/combobox";
import { Check, ChevronDown, Plus, X } from "lucide-react";
import { useState } from "react";
import type { ReactNode } from "react";

import { classNames } from "./class-names";
import type { ComboboxItem, ComboboxProps, MultipleComboboxProps, SingleComboboxProps } from "./combobox";
import { useControlProps } from "./field-context";
import { controlClass, controlSizes } from "./input";
import { optionClass, popupClass } from "./popup-class";
import { Spinner } from "./spinner";

/** Marks the line that creates what was typed. */
const CREATE = "\u0000create";

/** The working box, for one or for several. */
export function ComboboxBox(props: ComboboxProps) {
  return props.multiple === true ? <Several {...props} /> : <One {...props} />;
}

interface Common {
  items: ComboboxItem[];
  itemToStringLabel: (item: ComboboxItem) => string;
  itemToStringValue: (item: ComboboxItem) => string;
  isItemEqualToValue: (item: ComboboxItem, value: ComboboxItem) => boolean;
  onInputValueChange: (query: string) => void;
  filter?: null;
}

/** What both forms share: the lines to offer (with the one that creates) and how an item is read. */
function useCommon(props: ComboboxProps): Common {
  const { items, onCreate, createLabel = (text) => `Create “${text}”`, onQueryChange } = props;
  const [query, setQuery] = useState("");
  const text = query.trim();
  const known = items.some((item) => item.label.toLowerCase() === text.toLowerCase());
  const offersCreate = onCreate !== undefined && text !== "" && !known;
  return {
    items: offersCreate
      ? [...items, { value: CREATE, label: text, description: createLabel(text), icon: <Plus /> }]
      : [...items],
    itemToStringLabel: (item) => item.label,
    itemToStringValue: (item) => item.value,
    isItemEqualToValue: (item, value) => item.value === value.value,
    onInputValueChange: (next) => {
      setQuery(next);
      onQueryChange?.(next);
    },
    ...(onQueryChange === undefined ? {} : { filter: null }),
  };
}

function One(props: SingleComboboxProps) {
  const { value, onValueChange, onCreate, name, size = "md", className } = props;
  const common = useCommon(props);
  const { required = false, disabled = false, ...wired } = useControlProps(props);
  return (
    <Combobox.Root<ComboboxItem>
      {...common}
      value={value}
      disabled={disabled}
      required={required}
      autoHighlight
      {...(name === undefined ? {} : { name })}
      onValueChange={(next) => {
        if (next?.value === CREATE) onCreate?.(next.label);
        else onValueChange(next);
      }}
    >
      <Combobox.InputGroup className={classNames("relative w-full", className)}>
        <Combobox.Input
          {...wired}
          aria-label={props["aria-label"]}
          placeholder={props.placeholder}
          autoFocus={props.autoFocus}
          className={classNames(controlClass, controlSizes[size], "focus-field pr-9 shadow-xs")}
        />
        <Combobox.Trigger
          aria-label="Show choices"
          tabIndex={-1}
          className="absolute inset-y-0 right-0 flex w-8 items-center justify-center text-foreground-3"
        >
          {props.loading === true ? <Spinner /> : <ChevronDown className="size-3.5" />}
        </Combobox.Trigger>
      </Combobox.InputGroup>
      <List {...props} />
    </Combobox.Root>
  );
}

function Several(props: MultipleComboboxProps) {
  const { value, onValueChange, onCreate, name, className } = props;
  const common = useCommon(props);
  const { required = false, disabled = false, ...wired } = useControlProps(props);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <Combobox.Root<ComboboxItem, true>
      {...common}
      multiple
      value={[...value]}
      disabled={disabled}
      required={required}
      autoHighlight
      {...(name === undefined ? {} : { name })}
      onValueChange={(next) => {
        const created = next.find((item) => item.value === CREATE);
        if (created === undefined) onValueChange(next);
        else onCreate?.(created.label);
      }}
    >
      <Combobox.Chips
        ref={setAnchor}
        className={classNames(
          controlClass,
          "flex min-h-8 max-md:min-h-11 flex-wrap items-center gap-1 rounded-sm px-1 py-[3px] shadow-xs focus-field-within",
          className,
        )}
      >
        <Combobox.Value>
          {(chosen: ComboboxItem[]) => (
            <>
              {chosen.map((item) => (
                <Combobox.Chip
                  key={item.value}
                  aria-label={item.label}
                  className="inline-flex h-6 items-center gap-1 rounded-xs bg-muted px-2 text-xs text-foreground-2 outline-none data-highlighted:bg-accent-soft"
                >
                  {item.label}
                  <Combobox.ChipRemove
                    aria-label={`Remove ${item.label}`}
                    className="-mr-1 flex size-4 items-center justify-center rounded-xs text-foreground-3 hover:bg-muted-strong hover:text-foreground"
                  >
                    <X className="size-3" />
                  </Combobox.ChipRemove>
                </Combobox.Chip>
              ))}
              <Combobox.Input
                {...wired}
                aria-label={props["aria-label"]}
                placeholder={chosen.length === 0 ? props.placeholder : ""}
                autoFocus={props.autoFocus}
                className="h-6 min-w-12 flex-1 bg-transparent px-1.5 text-sm max-md:text-md outline-none"
              />
            </>
          )}
        </Combobox.Value>
        {props.loading === true && <Spinner className="mr-2" />}
      </Combobox.Chips>
      <List {...props} anchor={anchor} />
    </Combobox.Root>
  );
}

function List({
  anchor,
  emptyText = "Nothing found",
  loading,
}: ComboboxProps & { anchor?: HTMLElement | null }): ReactNode {
  return (
    <Combobox.Portal>
      <Combobox.Positioner
        {...(anchor === undefined ? {} : { anchor })}
        sideOffset={4}
        collisionPadding={8}
        className="z-50 outline-none"
      >
        <Combobox.Popup
          className={classNames(
            popupClass,
            "max-h-[min(320px,var(--available-height))] w-(--anchor-width) min-w-44 overflow-y-auto scrollbar-thin",
          )}
        >
          <Combobox.Empty className="px-3 text-foreground-3 not-empty:py-2.5">
            {loading === true ? "Searching" : emptyText}
          </Combobox.Empty>
          <Combobox.List className="p-1 outline-none data-empty:p-0">
            {(item: ComboboxItem) => (
              <Combobox.Item
                key={item.value}
                value={item}
                disabled={item.disabled ?? false}
                className={optionClass}
              >
                {item.icon}
                <span className="min-w-0 flex-1 truncate">
                  {item.value === CREATE ? item.description : item.label}
                  {item.value !== CREATE && item.description !== undefined && (
                    <span className="ml-2 text-xs text-foreground-3">{item.description}</span>
                  )}
                </span>
                <Combobox.ItemIndicator>
                  <Check className="!text-accent-text" />
                </Combobox.ItemIndicator>
              </Combobox.Item>
            )}
          </Combobox.List>
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  );
}

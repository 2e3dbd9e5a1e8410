"use client";
/** Why a column goes where it goes; or, where that is not sure, the question and its answers. */
import { Button } from "@rollcall/ui";
import { Check, Minus, Tag, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { nameOf, type ColumnLineProps } from "./line-parts";
import { meanValue, placeColumn, settleColumn, type Draft, type DraftColumn } from "./match-draft";
import { questionOf, type Question } from "./match-questions";
import { labelOf } from "./targets";

export function Why(props: ColumnLineProps & { onOpenValues: () => void }) {
  const { column, draft, attributes } = props;
  const question = questionOf(column, draft, attributes);
  if (question !== null) return <Ask {...props} question={question} />;
  const said = column.to === null ? undefined : draft.values[column.to];
  const pairs = Object.entries(said ?? {}).slice(0, 2);
  const reason = pairs.length > 0 ? pairs.map(([from, to]) => `${from} is ${to}`).join(", ") : column.reason;
  return (
    <span className="flex min-w-0 items-start gap-2 text-xs text-foreground-2">
      <Mark column={column} />
      <span className="min-w-0 text-pretty">{reason}</span>
    </span>
  );
}

function Mark({ column: { to } }: { column: DraftColumn }) {
  if (to === null) return <Minus className="size-4 shrink-0 text-foreground-3" />;
  return to.startsWith("attribute:") ? (
    <Tag className="size-4 shrink-0 text-foreground-3" />
  ) : (
    <Check className="size-4 shrink-0 text-success" />
  );
}

interface AskProps extends ColumnLineProps {
  question: Question;
  onOpenValues: () => void;
}

function Ask({ question, column, draft, onChange, onOpenValues }: AskProps) {
  const { index } = column;
  const yes = () => onChange(settleColumn(draft, index));
  switch (question.kind) {
    case "values": {
      const words = question.pairs.map(([value, meaning]) => `${value} as ${meaning}`).join(", ");
      return (
        <Answers words={`Read ${words}?`} about={nameOf(column)}>
          <Button size="sm" onClick={yes}>
            Yes
          </Button>
          <Button
            size="sm"
            variant="ghost"
            onClick={() => onChange(forgetValues(settleColumn(draft, index), column))}
          >
            No
          </Button>
        </Answers>
      );
    }
    case "unread":
      return (
        <Answers words={`What does ${quoted(question.values.slice(0, 2))} mean?`} about={nameOf(column)}>
          <Button size="sm" onClick={onOpenValues}>
            Say it
          </Button>
        </Answers>
      );
    case "attribute":
      return (
        <Answers words={`Did you mean the attribute “${question.existing}”?`} about={nameOf(column)}>
          <Button
            size="sm"
            onClick={() => onChange(placeColumn(draft, index, `attribute:${question.existing}`))}
          >
            Yes
          </Button>
          <Button
            size="sm"
            variant="ghost"
            onClick={() => onChange(placeColumn(draft, index, `attribute:${question.own}`))}
          >
            No, a new one
          </Button>
        </Answers>
      );
    case "near":
      return (
        <Answers
          words={`Is this ${column.to === null ? question.word : labelOf(column.to).toLowerCase()}?`}
          about={nameOf(column)}
        >
          <Button size="sm" onClick={yes}>
            Yes
          </Button>
          <Button size="sm" variant="ghost" onClick={() => onChange(placeColumn(draft, index, null))}>
            No
          </Button>
        </Answers>
      );
  }
}

const quoted = (values: readonly string[]): string => values.map((value) => `“${value}”`).join(", ");

function Answers({ words, about, children }: { words: string; about: string; children: ReactNode }) {
  return (
    <span
      role="group"
      aria-label={`${about}: ${words}`}
      className="flex flex-wrap items-center gap-x-2 gap-y-1"
    >
      <span className="flex min-w-0 items-start gap-2 text-xs text-warning">
        <TriangleAlert className="size-4 shrink-0" />
        <span className="min-w-0 text-pretty">{words}</span>
      </span>
      <span className="flex gap-1">{children}</span>
    </span>
  );
}

function forgetValues(draft: Draft, { to }: DraftColumn): Draft {
  const known = to === null ? [] : Object.keys(draft.values[to] ?? {});
  return known.reduce((made, value) => meanValue(made, to ?? "", value, ""), draft);
}

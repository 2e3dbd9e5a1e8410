/** Decoration beside the sign-in form: everybody who was counted so far. Static, drawn from tokens, hidden from assistive technology. */
const COLUMN = 56;
const ROW = 62;
const ROWS = 9;
const LAST = 8;

export function TallyField() {
  return (
    <svg aria-hidden width="100%" height={ROWS * ROW} className="block">
      <defs>
        <pattern id="tally" width={COLUMN} height={ROW} patternUnits="userSpaceOnUse">
          <Tally stroke="var(--border-strong)" strike="var(--border-strong)" />
        </pattern>
      </defs>
      {Array.from({ length: ROWS }, (_, row) => (
        <rect
          key={row}
          y={row * ROW}
          width={row === ROWS - 1 ? LAST * COLUMN : "100%"}
          height={ROW}
          fill="url(#tally)"
          opacity={0.42 + (row / (ROWS - 1)) * 0.58}
        />
      ))}
      <g transform={`translate(${LAST * COLUMN} ${(ROWS - 1) * ROW})`}>
        <Tally stroke="var(--foreground)" strike="var(--accent-text)" />
      </g>
    </svg>
  );
}

function Tally({ stroke, strike }: { stroke: string; strike: string }) {
  return (
    <g fill="none" strokeLinecap="round" strokeWidth="2.5">
      <path stroke={stroke} d="M7 3v24M15 3v24M23 3v24M31 3v24" />
      <path stroke={strike} d="M2 21 36 9" />
    </g>
  );
}

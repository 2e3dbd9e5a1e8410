// Set-up of test runs: property tests try the same cases every time, so that a commit is not failed by the dice of a day.
// `FUZZ_SEED=42` (any whole number, or `random`) tries others; whatever fails there becomes a case of its own.
import fc from "fast-check";

// eslint-disable-next-line no-restricted-syntax -- set-up of test runs, read by the runner alone; nothing of the package sees it
const chosen = process.env["FUZZ_SEED"] ?? "20261122";

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  ...(chosen === "random" ? {} : { seed: Number.parseInt(chosen, 10) }),
});

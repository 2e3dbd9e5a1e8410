/**
 * A thread of `check`: checks the parts it is handed, one after the other. It reads no file and knows no part but its own.
 */
import { parentPort, workerData } from "node:worker_threads";
import { createPartChecker, HashList } from "@rollcall/importer";
import { CheckTally } from "../commands/check-tally";
import { tables, type PartDone, type PartSetup, type PartTask } from "./part-messages";
import { tellPart } from "./part-told";

const { recognition, options, salt, json } = workerData as PartSetup;
const lists = {
  addresses: new HashList(salt),
  usernames: new HashList(salt),
  passwords: new HashList(salt),
};
const check = createPartChecker(recognition, options, lists);

parentPort?.on("message", (task: PartTask | null) => {
  // Memory that was handed over to be let go of.
  if (task === null) return;
  for (const name of tables) lists[name].take(task.answers[name]);
  const tally = new CheckTally();
  const teller = tellPart(json);
  const end = check(
    { bytes: task.bytes.subarray(0, task.length), line: task.line },
    {
      row: (row) => {
        tally.addRow(row);
        if (row.problems.length > 0) teller.add(row.problems);
      },
      told: (problems) => {
        tally.addTold(problems);
        teller.add(problems);
      },
      names: (names) => {
        tally.addNames(names);
      },
    },
  );
  tally.addQuiet(end.quiet);
  const told = teller.take();
  const asked = {
    addresses: lists.addresses.take(),
    usernames: lists.usernames.take(),
    passwords: lists.passwords.take(),
  };
  const done: PartDone = { task, end, asked, counts: tally.counts(), told };
  const handed = [task.bytes.buffer, ...tables.map((name) => asked[name].buffer)];
  parentPort?.postMessage(done, "json" in told ? [...handed, told.json.buffer] : handed);
});

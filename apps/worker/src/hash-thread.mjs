// A thread that hashes passwords one after the other, as lowly as the system allows: pages and the database go first. It keeps
// nothing. Plain JavaScript, so that it starts without a compiler of its own.
import { constants, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { hashSync } from "@node-rs/argon2";

// On Linux priorities are of threads; elsewhere this would be the whole process, which has its own already.
if (process.platform === "linux") setPriority(constants.priority.PRIORITY_LOW);

parentPort.on("message", ({ id, password }) => {
  try {
    parentPort.postMessage({ id, hash: hashSync(password, workerData.parameters) });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) });
  }
});

/** On what and in which company the figures were taken. */
import { execFile } from "node:child_process";
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from "node:os";
import { promisify } from "node:util";
import { root } from "../env";

export interface Machine {
  processor: string;
  cores: number;
  memoryGiB: number;
  system: string;
  node: string;
  /** processes that wanted a core in the minute before, ours not yet among them */
  load: number;
  commit: string | null;
}

export async function readMachine(): Promise<Machine> {
  const git = promisify(execFile)("git", ["rev-parse", "--short", "HEAD"], { cwd: root });
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    system: `${platform()} ${release()}`,
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    commit: await git.then(
      ({ stdout }) => stdout.trim(),
      () => null,
    ),
  };
}

export function describeMachine(machine: Machine): string {
  const { processor, cores, memoryGiB, system, node, load, commit } = machine;
  return `${processor}, ${cores} cores, ${memoryGiB} GiB, ${system}, Node ${node}, load ${load} before, commit ${commit ?? "unknown"}`;
}

// Runs one tool to its end. The tool and all it starts form one process group, so that ending us ends all of it.
import { spawn } from "node:child_process";
import { root } from "./project.mjs";

const isWindows = process.platform === "win32";

/** What ends a run: the shell's number for the signal that came. */
const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Runs `command words…` in `cwd` (default: the checkout) and resolves to its exit code. `onOutput` takes both streams;
 * without it they go where ours go. 127: it could not be started, and onOutput was told why.
 */
export function runChild(command, words, { cwd = root, env = process.env, onOutput = null } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, words, {
      cwd,
      env,
      shell: isWindows,
      detached: !isWindows,
      stdio: onOutput === null ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    });
    const stop = (signal) => {
      endGroup(child, signal);
      process.exit(codes[signal]);
    };
    const done = (code) => {
      for (const signal of Object.keys(codes)) process.off(signal, stop);
      resolve(code);
    };
    for (const signal of Object.keys(codes)) process.on(signal, stop);
    if (onOutput !== null) {
      child.stdout.on("data", onOutput);
      child.stderr.on("data", onOutput);
    }
    child.on("error", (error) => {
      onOutput?.(Buffer.from(error.message));
      done(127);
    });
    child.on("close", (code) => done(code ?? 1));
  });
}

function endGroup(child, signal) {
  try {
    if (isWindows) child.kill();
    else process.kill(-child.pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
}

// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** The words that start the server's program, one a line: CONSOLE_COMMAND, or the launcher. */
const command = (process.env.CONSOLE_COMMAND ?? "../fleetward").split("\n");

/** A server with the demonstration fleet that a test may stop and start again. */
export class OwnServer {
  /** Where its console is; the same after each start. */
  url = "";
  /** The one-time password of admin. */
  password = "";
  private readonly data = mkdtempSync(join(tmpdir(), "fleetward-console-"));
  private program?: ChildProcess;

  /** Starts it, and waits until it is ready. */
  async start(): Promise<void> {
    const port = this.url === "" ? "0" : new URL(this.url).port;
    const ports = ["--http-port", "0", "--mqtt-port", "0", "--https-port", port];
    const [program = "", ...words] = [...command, "up", "--demo", "--data", this.data, ...ports];
    const started = spawn(program, [...words, "--metric-period", "10s"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.program = started;
    const lines = createInterface({ input: started.stdout });
    const said: string[] = [];
    await new Promise<void>((ready, failed) => {
      // What it says later is read too, or it would wait until it is.
      lines.on("line", line => {
        said.push(line);
        this.url = /^Console\s+(\S+)/.exec(line)?.[1] ?? this.url;
        this.password = /user admin, password (\S+)/.exec(line)?.[1] ?? this.password;
        if (line.startsWith("fleetward ready")) ready();
      });
      started.once("exit", code => failed(new Error(`the server ended with ${code}:\n${said.join("\n")}`)));
    });
  }

  async stop(): Promise<void> {
    const { program } = this;
    if (!program || program.exitCode !== null) return;
    program.kill("SIGTERM");
    await once(program, "exit");
  }

  /** Stops it and deletes what it kept. */
  async close(): Promise<void> {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }
}

// A server of one's own: the built program over a fresh demonstration workspace, on a port that
// the system chooses.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const program = process.env.WAXWING ?? join(root, "target/debug/waxwing");

export type Server = { address: string; stop: () => Promise<void> };

export async function serve(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "waxwing-"));
  const database = ["--database", `sqlite://${join(folder, "test.sqlite")}`];
  execFileSync(program, [...database, "demo"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  const server = spawn(program, [...database, "serve", "--listen", "127.0.0.1:0"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((done) => server.on("exit", () => done()));
  const address = await new Promise<string>((found, failed) => {
    let said = "";
    server.stdout.on("data", (part) => {
      said += part;
      const address = /http:\/\/[^/\s]+/.exec(said);
      // Under its name: a secure cookie is kept for this machine alone where there is no TLS.
      if (address) found(address[0].replace("127.0.0.1", "localhost"));
    });
    server.on("exit", (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
  });
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, stop };
}

// The journey must end the same however the browser is limited: each project leaves what its end
// looked like, and after the run the three are compared.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(import.meta.dirname, "../target/end2end-ends");

export function leave(project: string, end: string) {
  writeFileSync(join(folder, project), end);
}

export default function start() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return () => {
    const ends = existsSync(folder) ? readdirSync(folder) : [];
    const texts = new Set(ends.map((name) => readFileSync(join(folder, name), "utf8")));
    if (texts.size > 1) throw new Error(`the journey ends differently in ${ends.join(", ")}: see ${folder}`);
    console.log(`the journey ends the same in: ${ends.join(", ") || "no project"}`);
  };
}

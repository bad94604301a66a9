// Every page as it looks: light, dark, narrow, on paper, without scripts.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve as absolute } from "node:path";
import { become, resolve, test, type Shown } from "../test.ts";

const pages: Shown[] = JSON.parse(readFileSync(join(import.meta.dirname, "../pages.json"), "utf8"));
const folder = absolute(import.meta.dirname, "../../target/pictures");
const readme = absolute(import.meta.dirname, "../../server/docs/matches.png");
const name = (path: string) => path.replace(/^\//, "").replaceAll(/[^a-z]+/g, "-").replaceAll(/^-|-$/g, "") || "start";

const looks = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  narrow: { colorScheme: "light", viewport: { width: 320, height: 640 } },
  "no-scripts": { colorScheme: "light", viewport: { width: 1280, height: 900 }, javaScriptEnabled: false },
} as const;

for (const [look, use] of Object.entries(looks)) {
  test.describe(look, () => {
    test.use(use);
    test(look, async ({ page, expected }) => {
      expected.push(/status of 404/);
      mkdirSync(join(folder, look), { recursive: true });
      for (const { path, as } of pages) {
        await become(page, as);
        await page.goto(await resolve(page, path));
        const file = join(folder, look, `${as ?? "nobody"}-${name(path)}`);
        await page.screenshot({ path: `${file}.png`, fullPage: true });
        if (look === "light") writeFileSync(`${file}.pdf`, await page.pdf());
      }
      if (look === "light") {
        // The hotline for families of conscripts: one of the stories planted in the demonstration.
        await become(page, "staff");
        await page.goto("/projects?q=призывник");
        await page.locator(".line").getByRole("link", { name: "What could fund it" }).first().click();
        await page.locator(".match details summary").first().click();
        await page.screenshot({ path: readme });
      }
    });
  });
}

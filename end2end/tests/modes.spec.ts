// Every page in every mode: status, real data in the HTML, own host only, no console error; with
// everything on also accessible, in both colour schemes and in an alphabet of its own.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { become, expect, expectAccessible, resolve, test, type Shown } from "../test.ts";

const file = join(import.meta.dirname, "../pages.json");
const pages: Shown[] = JSON.parse(readFileSync(file, "utf8"));

for (const shown of pages) {
  test(`${shown.path} is whole for ${shown.as ?? "nobody"}`, async ({ page, expected }, info) => {
    // Without an island a page has no script: the other two modes show that, and see it whole.
    test.skip(info.project.name === "nowasm" && !shown.island, "no script, no WASM");
    const status = shown.status ?? 200;
    if (status !== 200) expected.push(/status of 404/);
    await become(page, shown.as);
    const response = await page.goto(await resolve(page, shown.path));
    expect(response!.status()).toBe(status);
    expect(await response!.text()).toContain(shown.says);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.locator("script")).toHaveCount(shown.island ? await page.locator("script").count() : 0);
    if (info.project.name !== "full") return;
    await expectAccessible(page, shown.path);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(`/language/ru?back=${encodeURIComponent(new URL(page.url()).pathname)}`);
    await expect(page.locator("html")).toHaveAttribute("lang", "ru");
    await expectAccessible(page, `${shown.path}, dark and in Russian`);
  });
}

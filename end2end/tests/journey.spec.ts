// What a person comes for: bring in calls, look before writing, write down a project, read what
// fits and why. Labels are the English ones.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { leave } from "../ends.ts";
import { become, expect, expectAccessible, test } from "../test.ts";

const fixture = (name: string) => join(import.meta.dirname, "../fixtures", name);

async function upload(page: Page, what: "Calls" | "Projects", file: string | { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto("/import");
  await page.getByRole("radio", { name: what }).check();
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Preview" }).click();
}

async function counts(page: Page): Promise<Record<string, string>> {
  const names = await page.locator("dl.tiles dt").allInnerTexts();
  const values = await page.locator("dl.tiles dd").allInnerTexts();
  return Object.fromEntries(names.map((name, at) => [name, values[at]!]));
}

test("from a file of calls to a project's matches", async ({ page, expected }, info) => {
  await become(page, "analyst");
  await test.step("a file of the EU portal is shown before it is written", async () => {
    await upload(page, "Calls", fixture("eu-portal-feed.json"));
    await expect(page).toHaveURL(/\/import\/[^/]+$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Preview of the import");
    expect(await counts(page)).toEqual({ New: "2", Changed: "0", Same: "0", Refused: "1" });
    await expect(page.getByRole("row", { name: /Refused/ })).toContainText("deadlineDate");
    await page.getByRole("button", { name: "Import 2 records" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Imported");
  });

  await test.step("the same file again changes nothing", async () => {
    await upload(page, "Calls", fixture("eu-portal-feed.json"));
    expect(await counts(page)).toEqual({ New: "0", Changed: "0", Same: "2", Refused: "1" });
    await expect(page.getByRole("button", { name: /^Import \d/ })).toHaveCount(0);
  });

  await test.step("a changed deadline keeps the old one in the history", async () => {
    const text = readFileSync(fixture("eu-portal-feed.json"), "utf8").replace("2099-03-04", "2099-04-15");
    await upload(page, "Calls", { name: "later.json", mimeType: "application/json", buffer: Buffer.from(text) });
    expect(await counts(page)).toMatchObject({ New: "0", Changed: "1", Same: "1" });
    await page.getByRole("button", { name: "Import 1 record" }).click();
    await page.goto("/calls?q=lighthouse");
    await page.getByRole("link", { name: /Lighthouse/ }).first().click();
    await expect(page.getByRole("table", { name: "What changed" })).toContainText("2099-03-04");
  });

  await test.step("a list in Ukrainian is read as well", async () => {
    await upload(page, "Calls", fixture("ua-cso.jsonl"));
    expect(await counts(page)).toEqual({ New: "2", Changed: "0", Same: "0", Refused: "0" });
    await page.getByRole("button", { name: "Import 2 records" }).click();
    await page.getByRole("link", { name: "See them" }).click();
    await expect(page.getByRole("link", { name: "Архів голосів прикордоння" })).toBeVisible();
  });

  await test.step("a form with mistakes comes back with what was typed", async () => {
    expected.push(/status of 422/);
    await become(page, "staff");
    await page.goto("/projects/new");
    await page.getByLabel("The problem").fill("</textarea><b>Typed & kept</b>");
    await page.getByLabel("Where you work").fill("Narnia");
    await page.getByRole("button", { name: "Save and see matches" }).click();
    await expect(page).toHaveTitle(/^Error/);
    const summary = page.getByRole("alert");
    await expect(summary.getByRole("link")).toHaveText(["Give the project a title", /Narnia/]);
    await expect(page.getByLabel("The problem")).toHaveValue("</textarea><b>Typed & kept</b>");
    await expect(page.getByLabel("Where you work")).toHaveValue("Narnia");
    if (info.project.name === "full") {
      await expect(summary).toBeFocused();
      await expectAccessible(page, "the form with mistakes");
    }
  });

  await test.step("a project is written, and its matches give reasons", async () => {
    await page.getByLabel("Title").fill("Lighthouse training for newsrooms in exile");
    await page.getByLabel("In one or two sentences").fill("Newsrooms in exile learn to protect their sources.");
    await page.getByLabel("The problem").fill("Reporters in exile lose contact with sources.");
    await page.getByLabel("What you do").fill("Training in source protection and secure publishing for exiled newsrooms.");
    await page.getByLabel("Where you work").fill("Germany, Georgia");
    await page.getByLabel("At most").fill("60,000");
    await page.getByLabel("Months").fill("12");
    await page.getByRole("button", { name: "Preview matches" }).click();
    await expect(page.locator("#best-calls")).toContainText("Not saved yet");
    await expect(page.locator("#best-calls")).toContainText("Lighthouse");
    await page.getByRole("button", { name: "Save and see matches" }).click();
    await expect(page).toHaveURL(/\/projects\/[^/]+\/matches$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lighthouse training for newsrooms in exile");
    const lighthouse = page.getByRole("article").filter({ hasText: "Lighthouse" }).first();
    await expect(lighthouse).toContainText("Both speak of");
    await expect(lighthouse).toContainText("Confidence");
  });

  await test.step("sorting is a form, and rules open without scripts", async () => {
    await page.getByLabel("Sort by").selectOption({ label: "Closing date" });
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/sort=closing/);
    await page.getByLabel("Sort by").selectOption({ label: "Fit" });
    await page.getByRole("button", { name: "Show" }).click();
    const rules = page.locator("details.why").first();
    await rules.locator("summary").click();
    await expect(rules.getByRole("table")).toBeVisible();
  });

  const end = await page.locator("main").innerText();
  leave(info.project.name, end);
});

test("a file that is none is refused with a reason", async ({ page, expected }) => {
  expected.push(/status of 4\d\d/);
  await become(page, "analyst");
  await upload(page, "Calls", { name: "photo.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]) });
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page).toHaveTitle(/^Error/);
});

test("the language of choice stays", async ({ page }) => {
  await become(page, "staff");
  await page.goto("/calls");
  await page.getByRole("navigation", { name: "Language" }).getByRole("link", { name: "Deutsch" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page).toHaveURL(/\/calls$/);
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
});

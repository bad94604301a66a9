// The one island lives: WASM was fetched under its hashed name, started, and asks the server while
// somebody types. A page can look whole while its islands are dead: this tells.
import { become, expect, test } from "../../test.ts";

test("matches follow what is typed", async ({ page }) => {
  await become(page, "staff");
  const fetched: string[] = [];
  page.on("response", (response) => fetched.push(`${response.status()} ${new URL(response.url()).pathname}`));
  await page.goto("/projects/new");
  await expect(page.locator("#best-calls")).toContainText("Write a sentence or two");
  await page.waitForLoadState("networkidle");
  expect(fetched.filter((one) => /^200 \/pkg\/waxwing\.[0-9a-f]{16}\.wasm$/.test(one)), fetched.join("\n")).toHaveLength(1);
  await page.getByLabel("What you do").fill("Training for journalists in exile, and legal help for media.");
  await expect(page.locator("#best-calls li").first()).toBeVisible();
  expect(fetched.some((one) => one.startsWith("200 /") && one.includes("live-matches")), fetched.join("\n")).toBe(true);
  expect(page.url()).not.toContain("?");
});

test("pages without an island fetch no script at all", async ({ page }) => {
  await become(page, "staff");
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  for (const path of ["/", "/calls", "/projects", "/import", "/about/privacy"]) await page.goto(path);
  expect(fetched.filter((path) => /\.(js|wasm)$/.test(path))).toEqual([]);
});

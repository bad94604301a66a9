// Narrow screens, keyboards, slow networks, paper.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { become, expect, resolve, test, type Role, type Shown } from "../../test.ts";

const pages: Shown[] = JSON.parse(readFileSync(join(import.meta.dirname, "../../pages.json"), "utf8"));
const whole = pages.filter((page) => !page.status);
const roles: Role[] = [null, "staff", "donor", "analyst", "admin"];

// 320 CSS pixels are also what 1280 pixels are at 400 % zoom.
test("nothing scrolls sideways at 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const role of roles) {
    await become(page, role);
    for (const { path } of whole.filter((shown) => shown.as === role)) {
      await page.goto(await resolve(page, path));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(wide, path).toBeLessThanOrEqual(320);
    }
  }
});

test("Tab reaches everything in order, always visibly", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  let lastRole: Role | undefined;
  for (const { path, as } of [...whole].sort((one, two) => String(one.as).localeCompare(String(two.as)))) {
    if (as !== lastRole) await become(page, as);
    lastRole = as;
    await page.goto(await resolve(page, path));
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const seen: number[] = [];
    for (let times = 0; times < 400; times += 1) {
      await page.keyboard.press("Tab");
      const now = await page.evaluate(async () => {
        const one = document.activeElement;
        if (!one || one === document.body) return null;
        // The browser scrolls to the focus a moment later.
        for (let frame = 0; frame < 60; frame += 1) {
          const box = one.getBoundingClientRect();
          if (box.bottom > 0 && box.top < innerHeight) break;
          await new Promise(requestAnimationFrame);
        }
        const style = getComputedStyle(one);
        const label = one.closest("label");
        const around = label ? getComputedStyle(label) : style;
        const box = one.getBoundingClientRect();
        const all = [...document.querySelectorAll("*")];
        return {
          name: `${one.tagName} ${one.id || (one.textContent ?? "").trim().slice(0, 40)}`,
          at: all.indexOf(one),
          ring: [style, around].some((it) => (it.outlineStyle !== "none" && it.outlineWidth !== "0px") || it.boxShadow !== "none"),
          shown: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
          date: one instanceof HTMLInputElement && one.type === "date",
        };
      });
      if (!now || now.at === seen[0]) break;
      const last = seen.at(-1) ?? -1;
      // A date has a stop for each of its parts.
      if (now.date && now.at === last) continue;
      if (seen.length === 0) expect(now.name, `first on ${path}`).toContain("Skip to content");
      expect.soft(now.ring && now.shown, `${now.name} is visibly focused on ${path}`).toBe(true);
      expect(now.at, `${now.name} comes in order on ${path}`).toBeGreaterThan(last);
      seen.push(now.at);
    }
    expect(seen.length, path).toBeGreaterThan(5);
    expect(seen.length, `no trap on ${path}`).toBeLessThan(400);
  }
});

test("the skip link goes to the content", async ({ page }) => {
  await become(page, "staff");
  await page.goto("/calls");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
});

test("the first page is small, and there within three seconds at 400 kbit/s", async ({ page }) => {
  await become(page, "staff");
  await page.waitForLoadState("networkidle");
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 400,
    downloadThroughput: 400_000 / 8,
    uploadThroughput: 400_000 / 8,
  });
  let size = 0;
  page.on("response", async (response) => {
    size += gzipSync(await response.body()).length;
  });
  await page.goto("/", { waitUntil: "networkidle" });
  const first = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
  console.log(`first page: ${size} bytes with gzip, first content after ${Math.round(first!)} ms`);
  expect(size).toBeLessThan(60_000);
  expect(first).toBeLessThan(3_000);
});

test("what is on a page is on paper", async ({ page }) => {
  await become(page, "staff");
  await page.goto(await resolve(page, "/projects/{project}/matches"));
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("article").first()).toBeVisible();
  expect((await page.pdf()).length).toBeGreaterThan(5_000);
});

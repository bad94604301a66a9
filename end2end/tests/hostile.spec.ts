// What an attacker tries through a browser: text that wants to be a program, and a page elsewhere
// that sends our forms.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { become, expect, test } from "../test.ts";

const hostile = readFileSync(join(import.meta.dirname, "../fixtures/hostile.txt"), "utf8").split("\n").filter(Boolean);
const fields = ["title", "summary", "problem", "activities", "outputs", "beneficiaries", "audience"];

/** Nothing of what was typed became an element that can act. */
async function expectText(page: Page) {
  await expect(page.locator("body")).toContainText("Waxwing");
  for (const script of await page.locator("script").all()) expect(await script.textContent()).not.toContain("alert(1)");
  const acting = "main img[src='x'], main svg, main iframe, main object, main embed, main style, main [onerror], main [onload], main [onfocus], main a[href^='javascript' i], base";
  await expect(page.locator(acting)).toHaveCount(0);
}

test("w9 what people write stays text", async ({ page }, info) => {
  test.skip(info.project.name === "nowasm", "islands off and on are the other two");
  const opened: string[] = [];
  page.on("dialog", async (dialog) => {
    opened.push(dialog.message());
    await dialog.dismiss();
  });
  await become(page, "staff");
  expect(hostile.length).toBeGreaterThanOrEqual(60);
  for (let at = 0; at < hostile.length; at += fields.length) {
    await page.goto("/projects/new");
    for (const [i, field] of fields.entries()) await page.locator(`[name="${field}"]`).fill(hostile[(at + i) % hostile.length]!);
    await page.getByRole("button", { name: "Preview matches" }).click();
    await expectText(page);
    await page.getByRole("button", { name: "Save and see matches" }).click();
    await expect(page).toHaveURL(/\/projects\/[0-9a-f-]+\/matches/);
    const project = page.url().replace(/\/matches.*/, "");
    await expectText(page);
    for (const end of ["", "/edit", "/delete"]) {
      await page.goto(project + end);
      await expectText(page);
    }
    await page.locator("button.danger").click();
  }
  for (const one of hostile.slice(0, 12)) {
    await page.goto(`/calls?q=${encodeURIComponent(one)}`);
    await expectText(page);
  }
  expect(opened).toEqual([]);
});

/** A site of somebody else, whose page sends one of our forms. */
async function elsewhere(target: string): Promise<Server> {
  const form = (kind: string) =>
    `<form method="post" action="${target}" enctype="${kind}"><input name="name" value="Taken over"><button>${kind}</button></form>`;
  const pageElsewhere = `<!doctype html><title>Elsewhere</title>${["application/x-www-form-urlencoded", "text/plain", "multipart/form-data"].map(form).join("")}`;
  const server = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(pageElsewhere));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

test("w5 another site's form changes nothing", async ({ page, server, browser }, info) => {
  await become(page, "admin");
  const { cookies } = await page.context().storageState();
  const target = `${server.address}/admin/organisations`;
  const evil = await elsewhere(target);
  // A browser of its own: this one does ask another host, and its console does complain.
  const context = await browser.newContext({ javaScriptEnabled: info.project.name !== "nojs" });
  try {
    await context.addCookies(cookies);
    // Once from another site, once from another port of the same host, which gets the cookie sent.
    for (const host of ["127.0.0.1", "localhost"]) {
      const address = `http://${host}:${(evil.address() as AddressInfo).port}/`;
      for (const kind of ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data"]) {
        // A page each: what follows an empty refusal is the browser's own error page.
        const other = await context.newPage();
        await other.goto(address);
        const answered = other.waitForResponse(target);
        await other.getByRole("button", { name: kind }).click();
        expect([403, 415], `${kind} from ${host}`).toContain((await answered).status());
        await other.close();
      }
      if (info.project.name !== "nojs") {
        const other = await context.newPage();
        await other.goto(address);
        const seen = await other.evaluate(async (to) => {
          const sent = (init: RequestInit) => fetch(to, { method: "POST", credentials: "include", ...init }).then(() => "read", () => "not read");
          return [
            await sent({ body: new URLSearchParams({ name: "Taken over" }) }),
            await sent({ body: new URLSearchParams({ name: "Taken over" }), mode: "no-cors" }),
            await sent({ body: "{}", headers: { "content-type": "application/json" } }),
          ];
        }, target);
        expect(seen[0]).toBe("not read");
        expect(seen[2]).toBe("not read");
        await other.close();
      }
    }
  } finally {
    await context.close();
    evil.close();
  }
  await page.goto("/admin");
  await expect(page.getByRole("main")).not.toContainText("Taken over");
  // Our own form does what it says.
  await page.getByLabel("Name", { exact: true }).fill(`Own ${info.project.name} ${info.retry}`);
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page.locator("#new-link")).toHaveCount(1);
});

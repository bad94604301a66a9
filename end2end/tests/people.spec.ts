// What somebody new does: comes through a link, sets up a second factor, loses the phone, ends
// sessions, shows a project. Each step is plain links and forms.
import { createHmac } from "node:crypto";
import type { Page } from "@playwright/test";
import { become, expect, test } from "../test.ts";

const password = "тихая вода камыш лодка";

/** The code of a second factor at a moment: RFC 6238 with SHA-1, six digits, 30 seconds. */
function code(key: string, seconds: number): string {
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...key.replaceAll(" ", "")].map((one) => digits.indexOf(one).toString(2).padStart(5, "0")).join("");
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)));
  const hash = createHmac("sha1", bytes).update(step).digest();
  const at = hash[19]! & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function signIn(page: Page, name: string, factor: string) {
  await page.goto("/sign-in");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel(/^Code of your second factor/).fill(factor);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
}

test("from an invitation to a shown project", async ({ page, expected }, info) => {
  expected.push(/status of 422/);
  // Each project and each try has a server's accounts to itself by name.
  const name = `Olga ${info.project.name} ${info.retry} ${info.workerIndex}`;
  const organisation = `Reed ${info.project.name} ${info.retry} ${info.workerIndex}`;
  const link = await test.step("an admin adds an organisation", async () => {
    await become(page, "admin");
    await page.goto("/admin");
    await page.getByLabel("Name", { exact: true }).fill(organisation);
    await page.getByRole("button", { name: "Add it" }).click();
    return page.getByLabel("Address to hand over").inputValue();
  });

  await test.step("its first owner makes an account", async () => {
    await become(page, null);
    await page.goto(link);
    await expect(page.getByRole("main")).toContainText(`You join ${organisation} as owner`);
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("Password", { exact: true }).fill("too short");
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(page.getByRole("alert")).toContainText("at least 15 characters");
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(page).toHaveURL(/\/$/);
  });

  const codes = await test.step("a second factor is set up", async () => {
    await page.goto("/account");
    await page.getByRole("button", { name: "Set up a second factor" }).click();
    const picture = page.locator("img.qr");
    await expect(picture).toHaveJSProperty("complete", true);
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    const key = await page.locator("code.long").innerText();
    await page.getByLabel("The code the app shows now").fill("000000");
    await page.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    const now = Date.now() / 1000;
    await page.getByLabel("The code the app shows now").fill(code(key, now));
    await page.getByRole("button", { name: "Confirm" }).click();
    const codes = await page.locator(".codes code").allInnerTexts();
    expect(codes).toHaveLength(10);
    await become(page, null);
    await signIn(page, name, "");
    await expect(page.getByRole("alert")).toContainText("is not right");
    await signIn(page, name, code(key, now + 30));
    await expect(page.getByRole("link", { name: "Account" })).toBeVisible();
    return codes;
  });

  await test.step("a recovery code stands in for the phone, once", async () => {
    await become(page, null);
    await signIn(page, name, codes[0]!);
    await page.goto("/account");
    await expect(page.getByRole("main")).toContainText("9 recovery codes are left");
  });

  await test.step("other sessions end", async () => {
    const sessions = page.locator("#sessions");
    await expect(sessions.getByRole("listitem")).toHaveCount(3);
    await sessions.getByRole("button", { name: "End", exact: true }).first().click();
    await expect(sessions.getByRole("listitem")).toHaveCount(2);
    await sessions.getByRole("button", { name: "End all others" }).click();
    await expect(sessions.getByRole("listitem")).toHaveCount(1);
  });

  await test.step("a project is shown after a look at what that means", async () => {
    await page.goto("/projects/new");
    await page.getByLabel("Title").fill("Reed archive");
    await page.getByRole("button", { name: "Save and see matches" }).click();
    await page.getByRole("link", { name: "Who sees it" }).click();
    await page.getByRole("radio", { name: "donors, under code names" }).check();
    await page.getByRole("button", { name: "See what this would show" }).click();
    const shown = page.getByRole("table", { name: "What would be seen" });
    await expect(shown.getByRole("row", { name: /Reviewers of donors/ })).toContainText("words in place of known names");
    await page.getByRole("button", { name: "Show it" }).click();
    await expect(page.getByRole("main")).toContainText("Until then you can take it back unseen");
    await page.goto("/organisations");
    await page.getByRole("link", { name: organisation }).click();
    await expect(page.getByRole("main")).toContainText("project shown to donors");
  });

  await test.step("leaving quickly ends the session", async () => {
    await page.route("https://www.wikipedia.org/", (route) => route.fulfill({ body: "elsewhere" }));
    const away = await page.request.get("/exit", { maxRedirects: 0 });
    expect(away.headers()["location"]).toBe("https://www.wikipedia.org/");
    await page.goto("/account");
    await expect(page).toHaveURL(/\/sign-in\?next=/);
  });
});

test("a form that comes after its session is not lost", async ({ page, expected }) => {
  expected.push(/status of 401/);
  await become(page, "staff");
  await page.goto("/projects/new");
  await page.getByLabel("Title").fill("Typed before the session ended");
  await page.context().clearCookies({ name: "__Host-s" });
  await page.getByRole("button", { name: "Save and see matches" }).click();
  await expect(page.getByRole("main")).toContainText("reload this page");
});

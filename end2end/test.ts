// What every test has: its own server, the mode of its project, and two promises that are kept on
// every page: no other host is asked for anything, and the console shows no error.
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { serve, type Server } from "./server.ts";

/** A browser without WebAssembly, as some hardened ones are. */
export const withoutWasm = () => {
  // @ts-expect-error it is there, and is to go
  delete globalThis.WebAssembly;
};

/** Who looks: one of the demonstration's roles, or nobody who signed in. */
export type Role = "staff" | "donor" | "analyst" | "admin" | null;

/** A page to be looked at: its path with places to fill in, who looks, what its HTML must hold. */
export type Shown = { path: string; as: Role; says: string; status?: number; island?: boolean };

/** Becomes somebody of the demonstration, or nobody. */
export async function become(page: Page, role: Role) {
  await page.context().clearCookies({ name: "__Host-s" });
  if (!role) return;
  await page.goto("/");
  await page.locator(`button[name="role"][value="${role}"]`).click();
  await expect(page.locator('a[href="/account"]')).toHaveCount(1);
}

type Promises = {
  /** Console messages of this kind are expected: a refused form answers 422, which browsers log. */
  expected: RegExp[];
};

/**
 * What no address may hold, as it stays in histories: passwords, codes, names of people and
 * organisations, errors of forms. Words searched for are the visitor's own choice.
 */
const tells = /тихая вода|too short|password=|Olga |Reed |__err|__path|[^=]@/;

export const test = base.extend<Promises, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await serve();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => use(server.address),
  expected: async ({}, use) => use([]),
  page: async ({ page, server, expected }, use, info) => {
    const own = new URL(server.address).host;
    const foreign: string[] = [];
    const telling: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (tells.test(decodeURIComponent(url.href))) telling.push(url.href);
      if (url.host !== own && !["data:", "blob:", "about:"].includes(url.protocol)) foreign.push(url.href);
    });
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    if (info.project.name === "nowasm") {
      await page.addInitScript(withoutWasm);
      // The script that would start the islands finds no WebAssembly, and says so.
      expected.push(/WebAssembly/);
    }
    await use(page);
    const surprises = errors.filter((error) => !expected.some((known) => known.test(error)));
    expect(foreign, "requests to other hosts").toEqual([]);
    expect(telling, "addresses that tell what was typed").toEqual([]);
    expect(surprises, "console errors").toEqual([]);
  },
});

/** No violation of WCAG 2.2 AA or of axe's best practices. Reads the page's own accessibility tree. */
export async function expectAccessible(page: Page, what: string) {
  const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const said = violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target} ${node.failureSummary}`).join("; ")}`);
  expect(said, `${what} is accessible`).toEqual([]);
}

/** Fills the places of a page's path with the first entry of a list: a call, an own project, … */
export async function resolve(page: Page, path: string): Promise<string> {
  const places = [
    ["{call}", "/calls", "/calls"],
    ["{reviewed}", "/calls", "/calls?q=Weite+Felder"],
    ["{project}", "/projects", "/projects?q=призывник"],
    ["{organisation}", "/organisations", "/organisations"],
  ] as const;
  const first = async (list: string, link: RegExp) => {
    await page.goto(list);
    const found = link.exec(await page.content())?.[1];
    expect(found, `an entry of ${list}`).toBeTruthy();
    return found!;
  };
  for (const [place, start, list] of places) {
    if (path.includes(place)) path = path.replace(place, await first(list, new RegExp(`href="${start}/([0-9a-f-]{32,36})`)));
  }
  if (path.includes("{candidate}")) {
    const list = path.replace("/{candidate}", "");
    path = path.replace("{candidate}", await first(list, new RegExp(`href="${list}/([^"]+)"`)));
  }
  return path;
}

export { expect };

// From the start page along every internal link and GET form, scripts off, in all five languages.
// Pages of one shape (a call, a project, a list with such parameters) are looked at a few times
// each: hundreds of calls are one page to a program.
import { become, expect, test, type Role } from "../test.ts";

const PER_SHAPE = 3;

const shape = (url: URL) => {
  const path = url.pathname
    .replaceAll(/[0-9a-f]{8}-?[0-9a-f-]{23,27}/g, "{id}")
    .replace(/^(\/calls\/\{id\}\/projects\/).+/, "$1{name}");
  return `${path}?${[...new Set(url.searchParams.keys())].sort().join("&")}`;
};

// Whoever reads, in which language, which shapes they must come to, and where they begin: a reviewer
// at the calls they review, as only a few calls are looked at.
const readers: [string, Role, string[], string?][] = [
  ["en", "staff", ["/projects/{id}/matches?", "/projects/{id}/sharing?", "/organisations/{id}?"], "/projects?q=призывник"],
  ["de", "donor", ["/calls/{id}/projects?", "/calls/{id}/projects/{name}?"], "/calls?q=Weite+Felder"],
  ["ru", "staff", ["/projects/{id}/matches?", "/account?"]],
  ["uk", "admin", ["/admin?", "/import?"]],
  ["be", "analyst", ["/import?", "/account?"]],
];

for (const [language, role, reached, begin = "/"] of readers) {
  test.describe(language, () => {
    test.use({ locale: language });
    test(`everything is reachable without scripts and sound in ${language}`, async ({ page, request, server }) => {
      await become(page, role);
      const seen = new Set<string>();
      const shapes = new Map<string, number>();
      const waiting = [begin, "/"].map((path) => ({ to: `${server.address}${path}`, from: "the start" }));
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const url = new URL(next.to);
        url.hash = "";
        const times = shapes.get(shape(url)) ?? 0;
        if (seen.has(url.href) || times >= PER_SHAPE) continue;
        seen.add(url.href);
        shapes.set(shape(url), times + 1);
        const what = `${url.pathname}${url.search} (from ${next.from})`;
        if (url.pathname.startsWith("/language/")) {
          // With its own cookies: the choice of a language would stay.
          const answer = await request.get(url.href, { maxRedirects: 0 });
          expect(answer.status(), what).toBe(303);
          continue;
        }
        // It ends the session and leads away.
        if (url.pathname === "/exit") continue;
        const response = await page.goto(url.href);
        expect(response!.status(), what).toBe(200);
        const found = await page.evaluate(() => {
          const all = <T extends Element>(css: string) => [...document.querySelectorAll<T>(css)];
          const ids = all("[id]").map((one) => one.id);
          const forms = all<HTMLFormElement>("form").filter((form) => form.method === "get");
          return {
            title: document.title,
            lang: document.documentElement.lang,
            levels: all("h1,h2,h3,h4,h5,h6").map((one) => Number(one.tagName[1])),
            text: `${document.body.innerText} ${all("[aria-label]").map((one) => one.getAttribute("aria-label"))}`,
            twice: ids.filter((id, at) => ids.indexOf(id) !== at),
            lost: all<HTMLAnchorElement>('a[href^="#"]').map((one) => one.hash.slice(1)).filter((id) => !ids.includes(id)),
            links: all<HTMLAnchorElement>("a[href]").map((one) => one.href),
            forms: forms.map((form) => {
              const sent = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
              return `${form.action.split("?")[0]}?${sent}`;
            }),
          };
        });
        expect(found.title.trim(), what).not.toBe("");
        expect(found.lang, what).toBe(language);
        expect(found.levels.filter((level) => level === 1), `one h1 on ${what}`).toHaveLength(1);
        found.levels.forEach((level, at) => {
          expect(level, `headings are nested on ${what}: ${found.levels}`).toBeLessThanOrEqual((found.levels[at - 1] ?? 0) + 1);
        });
        expect(found.twice, `ids on ${what}`).toEqual([]);
        expect(found.lost, `targets of links on ${what}`).toEqual([]);
        expect(found.text, `no raw key on ${what}`).not.toMatch(/⟦|\{ ?\$/);
        for (const to of [...found.links, ...found.forms]) {
          if (to.startsWith(server.address)) waiting.push({ to, from: url.pathname });
        }
      }
      expect([...shapes.keys()]).toEqual(expect.arrayContaining(["/calls/{id}?", "/about/words?", ...reached]));
      console.log(`${language}: ${seen.size} pages of ${shapes.size} shapes`);
    });
  });
}

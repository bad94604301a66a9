// The content security policy holds against a browser that tries: injected scripts do not run,
// styles and pictures from elsewhere are not asked for.
import { become, expect, test } from "../../test.ts";

test("w2 what is injected does not run", async ({ page, expected }) => {
  expected.push(/Content Security Policy/, /violates/);
  await become(page, "staff");
  for (const path of ["/projects/new", "/calls", "/account"]) {
    await page.goto(path);
    const violated = await page.evaluate(async () => {
      const told: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) => told.push(event.effectiveDirective));
      const add = (name: string, set: Record<string, string>) => {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(set)) element.setAttribute(key, value);
        document.body.append(element);
        return element;
      };
      const script = document.createElement("script");
      script.textContent = "window.taken = true";
      document.body.append(script);
      add("script", { src: "data:text/javascript,window.taken=true" });
      add("img", { src: "data:image/gif;base64,R0lGODlhAQABAAAAACw=" });
      add("p", { onclick: "window.taken = true" }).click();
      add("p", { style: "color: red" });
      add("iframe", { src: "data:text/html,x" });
      await new Promise((done) => setTimeout(done, 300));
      return { taken: "taken" in window, told };
    });
    expect(violated.taken, path).toBe(false);
    for (const directive of ["script-src", "img-src", "style-src", "frame-src"])
      expect(violated.told.some((one) => one.startsWith(directive)), `${directive} on ${path}: ${violated.told}`).toBe(true);
  }
});

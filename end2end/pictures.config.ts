import { defineConfig } from "@playwright/test";
import { browser } from "./browser.ts";

// Pictures for people to look at, in target/pictures; the README's own lies with the documents.
export default defineConfig({
  testDir: "pictures",
  outputDir: "../target/end2end",
  workers: 2,
  timeout: 300_000,
  reporter: [["list"]],
  use: { ...browser, locale: "en-US", timezoneId: "UTC" },
});

import { defineConfig } from "@playwright/test";
import { browser } from "./browser.ts";

// The same stories in the three ways people come: scripts off, scripts on but no WASM, everything.
export default defineConfig({
  testDir: "tests",
  outputDir: "../target/end2end",
  forbidOnly: !!process.env.CI,
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  reporter: [["list"]],
  globalSetup: "./ends.ts",
  use: { ...browser, actionTimeout: 10_000, locale: "en-US", timezoneId: "UTC" },
  projects: [
    { name: "nojs", use: { javaScriptEnabled: false }, testIgnore: /full\// },
    { name: "nowasm", testIgnore: [/full\//, /crawl/] },
    { name: "full", testIgnore: /crawl/ },
  ],
});

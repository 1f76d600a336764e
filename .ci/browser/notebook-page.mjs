// Opens lesson 11 in Jupyter Notebook, runs it cell by cell on the installed kernel, moves the scrubber of the XOR boundary,
// turns a knob, and sees another picture each time.
// node notebook-page.mjs REPOSITORY SCREENSHOT-FOLDER
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const [repository, pictures] = process.argv.slice(2);
const lesson = "11-xor.ipynb";
const [before, after] = ["var epochs = 1000;", "var epochs = 10;"];
const port = 18_000 + process.pid % 10_000;
const patience = { timeout: 120_000 };

// A copy: a notebook page saves what it opens.
const copy = mkdtempSync(join(tmpdir(), "notebook-page-"));
for (const part of ["notebooks", "data", "lib/bin"]) cpSync(join(repository, part), join(copy, part), { recursive: true });
mkdirSync(pictures, { recursive: true });

const server = spawn("jupyter", ["notebook", "--no-browser", "--allow-root", `--port=${port}`, "--NotebookApp.token=", "--NotebookApp.password="],
  { cwd: copy, stdio: "ignore" });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
  const plotly = createRequire(import.meta.url).resolve("plotly.js-dist-min/plotly.min.js");
  await page.route("https://cdn.plot.ly/**", (route) => route.fulfill({ body: readFileSync(plotly), contentType: "text/javascript" }));

  const url = `http://127.0.0.1:${port}/notebooks/notebooks/${lesson}`;
  for (let tries = 0; ; tries++) {
    if (await page.goto(url).catch(() => null)) break;
    assert.ok(tries < 60, "Jupyter Notebook did not start");
    await page.waitForTimeout(500);
  }

  await page.waitForFunction(() => window.Jupyter?.notebook?.kernel?.is_connected() && Jupyter.notebook.kernel.info_reply.status, null, patience);
  assert.equal(await page.evaluate(() => Jupyter.notebook.kernel.name), ".net-csharp");

  // Shift+Enter, as a learner does, from the first cell to the last; each waits for the one before.
  const cells = await page.evaluate(() => Jupyter.notebook.get_cells().length);
  await page.evaluate(() => { Jupyter.notebook.clear_all_output(); Jupyter.notebook.select(0); Jupyter.notebook.focus_cell(); });
  for (let i = 0; i < cells; i++) {
    await page.keyboard.press("Shift+Enter");
    await page.waitForFunction((i) => { const cell = Jupyter.notebook.get_cell(i); return cell.cell_type !== "code" || typeof cell.input_prompt_number === "number"; }, i, patience);
  }

  const errors = await page.evaluate(() => Jupyter.notebook.get_cells()
    .filter((cell) => cell.cell_type === "code" && cell.output_area.outputs.some((output) => output.output_type === "error"))
    .map((cell) => cell.get_text()));
  assert.deepEqual(errors, [], "cells with an error");
  const ran = await page.evaluate(() => Jupyter.notebook.get_cells().filter((cell) => typeof cell.input_prompt_number === "number").length);
  assert.ok(ran > 20, `only ${ran} cells ran`);

  const cellWith = (text) => page.evaluate((text) => Jupyter.notebook.get_cells().findIndex((cell) => cell.get_text().includes(text)), text);
  const drawing = async (index) => {
    const figure = page.locator(".cell").nth(index).locator(".main-svg").first();
    await figure.waitFor(patience);
    await figure.scrollIntoViewIfNeeded();
    const box = await figure.boundingBox();
    assert.ok(box.width > 200 && box.height > 200, `a figure of ${box.width} × ${box.height}`);
    return figure.locator(".cartesianlayer").evaluate((drawn) => drawn.innerHTML);
  };

  const scrubbed = await cellWith("Plot.Scrubber(");
  const early = await drawing(scrubbed);
  const rail = page.locator(".cell").nth(scrubbed).locator(".slider-rail-touch-rect").first();
  const { width, height } = await rail.boundingBox();
  await rail.click({ position: { x: 0.9 * width, y: height / 2 } });
  await page.waitForTimeout(1_000);
  assert.notEqual(await drawing(scrubbed), early, "the scrubber changed nothing");
  await page.screenshot({ path: join(pictures, "scrubbed.png") });

  const index = await cellWith(before);
  assert.ok(index > 0, `no cell has the knob ${before}`);
  const first = await drawing(index);
  await page.screenshot({ path: join(pictures, "before.png") });

  await page.evaluate(([index, before, after]) => {
    const cell = Jupyter.notebook.get_cell(index);
    cell.set_text(cell.get_text().replace(before, after));
    cell.clear_output();
    Jupyter.notebook.select(index);
    Jupyter.notebook.focus_cell();
  }, [index, before, after]);
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction((index) => typeof Jupyter.notebook.get_cell(index).input_prompt_number === "number", index, patience);
  const second = await drawing(index);
  await page.screenshot({ path: join(pictures, "after.png") });
  assert.notEqual(second, first, "the knob changed nothing");
  console.log(`${lesson}: ${ran} cells ran, the scrubber and the knob change their figures`);
} finally {
  await browser.close();
  server.kill("SIGINT");
  server.kill("SIGTERM");
  rmSync(copy, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

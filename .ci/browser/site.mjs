// Opens every page of a built site from its files, with the network off, and looks at it as a reader would: on a desk and on a phone.
// node site.mjs SITE [SCREENSHOT-FOLDER]
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const [site, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [desk, phone] = [{ width: 1280, height: 900 }, { width: 390, height: 844 }];
const totals = { pages: 0, figures: 0, sliders: 0, formulas: 0 };
const failures = [];

// Surfaces need WebGL, which a machine without a graphics card draws in software.
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--enable-unsafe-swiftshader"] });
try {
  const context = await browser.newContext({ viewport: desk, offline: true, colorScheme: "light" });
  const pages = readdirSync(resolve(site)).filter((name) => name.endsWith(".html")).sort();
  assert.ok(pages.includes("index.html") && pages.length > 2, `no course in ${site}`);
  for (const name of pages) {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const faults = [];
    page.on("console", (message) => { if (message.type() === "error") faults.push(message.text()); });
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("requestfailed", (request) => faults.push(`${request.url()} is missing`));
    page.on("request", (request) => { if (!/^(file|data|blob):/.test(request.url())) faults.push(`it asks for ${request.url()}`); });
    try {
      await page.goto(pathToFileURL(join(resolve(site), name)).href);
      if (name !== "index.html") await look(page);
      await judge(page);
      await carry(page);
      if (pictures) await shoot(page, name);
    } catch (error) {
      faults.push(error.message);
    }
    await page.close();
    totals.pages++;
    failures.push(...faults.map((fault) => `${name}: ${fault}`));
  }
} finally {
  await browser.close();
}
for (const failure of failures) console.error(failure);
assert.equal(failures.length, 0, "faults, see above");
assert.ok(totals.figures > 50 && totals.sliders > 5 && totals.formulas > 500, JSON.stringify(totals));
console.log(Object.entries(totals).map(([what, count]) => `${count} ${what}`).join(", "));

// Figures drawn, sliders alive, formulas typeset.
async function look(page) {
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  const figures = await page.locator(".plot").evaluateAll((plots) => plots.map((plot) => {
    const { width, height } = plot.querySelector(".main-svg")?.getBoundingClientRect() ?? { width: 0, height: 0 };
    const marks = plot.querySelectorAll(".trace, .plot path, .plot image, .shapelayer path, canvas").length;
    return { title: plot.parentElement.getAttribute("aria-label"), drawn: width > 200 && height > 100 && marks > 0 };
  }));
  assert.deepEqual(figures.filter((figure) => !figure.drawn), [], "figures that are not drawn");
  totals.figures += figures.length;

  const formulas = await page.evaluate(() => {
    const raw = [];
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement: place, data } = texts.currentNode;
      if (/\$[^$]*\$|\\(frac|begin|sum)\b/.test(data) && !place.closest("code, pre, .output, .verdict, .plot, script, annotation")) raw.push(data);
    }
    return { raw, errors: document.querySelectorAll(".katex-error").length, count: [...document.querySelectorAll(".katex-html")].filter((formula) => formula.getBoundingClientRect().width > 0).length };
  });
  assert.deepEqual(formulas.raw, [], "maths that is not typeset");
  assert.equal(formulas.errors, 0, "katex-error");
  totals.formulas += formulas.count;

  for (const plot of await page.locator(".plot:has(.slider-container)").all()) {
    for (const slider of await plot.locator(".slider-group").all()) {
      await move(page, plot, slider);
      totals.sliders++;
    }
  }
}

// To the left end, then to the right, by hand: the drawing above must change.
async function move(page, plot, slider) {
  await plot.scrollIntoViewIfNeeded();
  const rail = await slider.locator(".slider-rail-touch-rect").boundingBox();
  const frame = await plot.boundingBox();
  const drawing = () => page.screenshot({ clip: { ...frame, height: rail.y - frame.y - 40 } });
  const at = async (share) => {
    await page.mouse.click(rail.x + rail.width * share, rail.y + rail.height / 2);
    await page.mouse.move(0, 0);
    await page.waitForTimeout(250);
    return drawing();
  };
  const [left, right] = [await at(0.02), await at(0.98)];
  assert.ok(!left.equals(right), `the slider of "${await plot.locator("..").getAttribute("aria-label")}" changes nothing`);
}

async function judge(page) {
  await page.evaluate(axe);
  const violations = await page.evaluate(() => axe.run({ exclude: [[".plot svg"], [".katex-html"]] }, { resultTypes: ["violations"], preload: false }).then((result) => result.violations));
  const serious = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
  assert.deepEqual(serious.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(" ")}`), [], "accessibility");
}

// Nothing sticks out of a phone's screen but what scrolls in its own box.
async function carry(page) {
  await page.setViewportSize(phone);
  await page.waitForTimeout(300);
  const { width, wide } = await page.evaluate(() => ({
    width: document.scrollingElement.scrollWidth,
    wide: [...document.querySelectorAll("body *")]
      .filter((part) => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest(".scroll, pre, .katex-display, .katex-mathml, svg"))
      .slice(0, 3).map((part) => part.outerHTML.slice(0, 120)),
  }));
  assert.deepEqual(wide, [], "wider than a phone");
  assert.ok(width <= phone.width, `${width} px wide on a phone of ${phone.width}`);
}

// For a person to look at: light and dark, on a desk and on a phone.
async function shoot(page, name) {
  mkdirSync(pictures, { recursive: true });
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const viewport of [desk, phone]) {
      await page.setViewportSize(viewport);
      await page.waitForTimeout(200);
      await page.screenshot({ path: join(pictures, `${name.slice(0, -5)}-${colorScheme}-${viewport.width}.png`), fullPage: true });
    }
  }
}

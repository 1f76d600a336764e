// Draws figures for `run --write --pictures`, all on one page of Chromium: says {"ready": version}, then answers each line of Plotly JSON
// with {"png": base64} or {"error": why}. The ground is white, and the same figure gives the same bytes.
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const [width, highest, bytes] = [700, 640, 60_000];
const text = "#444444"; // The figures' grey is made for dark grounds too.
const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

const say = (answer) => process.stdout.write(JSON.stringify(answer) + "\n");
const fail = (error) => { say({ error }); process.exit(1); };
const missing = (name) => fail(`the package ${name} is missing: npm install --prefix .ci/browser`);
const need = (name) => import(name).catch(() => missing(name));

const { chromium } = await need("playwright-core");
const { default: UPNG } = await need("upng-js");
const plotly = fileURLToPath(new URL("node_modules/plotly.js-dist-min/plotly.min.js", import.meta.url));
if (!existsSync(plotly)) missing("plotly.js-dist-min");
if (!existsSync(chromiumPath)) fail(`no Chromium at ${chromiumPath}: apt-get install chromium, or name one in the variable CHROMIUM`);

// Surfaces are WebGL; in software they come out the same with any graphics card and with none.
const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"] })
  .catch((error) => fail(`Chromium does not start: ${error.message.split("\n")[0]}`));
const page = await browser.newPage();
await page.addScriptTag({ path: plotly });

/** The figure as it first appears, before a slider moves. */
const draw = ([{ data, layout }, width, highest, text]) => {
  const size = { width, height: Math.min(layout.height ?? 420, highest) };
  const page = { ...layout, ...size, paper_bgcolor: "#ffffff", font: { ...layout.font, color: text } };
  return Plotly.toImage({ data, layout: page }, { format: "png", ...size });
};

/** As many colours as fit: a picture of lines needs few, a surface many. */
const small = (png) => {
  const image = UPNG.decode(png);
  const pixels = UPNG.toRGBA8(image);
  for (let colours = 256; ; colours /= 2) {
    const packed = Buffer.from(UPNG.encode(pixels, image.width, image.height, colours));
    if (packed.length <= bytes || colours <= 16) return packed;
  }
};

say({ ready: browser.version() });
for await (const line of createInterface({ input: process.stdin })) {
  try {
    const url = await page.evaluate(draw, [JSON.parse(line), width, highest, text]);
    say({ png: small(Buffer.from(url.slice(url.indexOf(",") + 1), "base64")).toString("base64") });
  } catch (error) {
    say({ error: error.message.split("\n")[0] });
  }
}
await browser.close();

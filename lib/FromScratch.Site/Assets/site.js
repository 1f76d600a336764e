"use strict";

const dark = matchMedia("(prefers-color-scheme: dark)");
const coarse = matchMedia("(pointer: coarse)").matches;
const plots = [...document.querySelectorAll(".plot")];

// What plotly.js needs to know of the theme; all else in a figure reads on both grounds.
const colours = (night) => ({ "font.color": night ? "#d9dde2" : "#20252b", "modebar.color": night ? "#a0a9b3" : "#5a636d", "modebar.bgcolor": "rgba(0,0,0,0)" });
const paint = (night) => plots.filter((plot) => plot.layout).forEach((plot) => Plotly.relayout(plot, colours(night)));

// The arrow keys move a slider too: an input for each, seen only while it has the focus.
function addKeys(plot, figure) {
  figure.layout.sliders.forEach((slider, which) => {
    const input = document.createElement("input");
    const prefix = slider.currentvalue?.prefix ?? "";
    Object.assign(input, { type: "range", className: "stop", min: 0, max: slider.steps.length - 1, value: slider.active ?? 0 });
    const say = () => input.setAttribute("aria-valuetext", prefix + slider.steps[input.value].label);
    input.setAttribute("aria-label", `Slider ${prefix.replace(/\W+$/, "") || which + 1} of the figure above`);
    input.addEventListener("focus", () => { input.value = plot.layout.sliders[which].active ?? 0; say(); });
    input.addEventListener("input", () => { say(); Plotly.animate(plot, ...slider.steps[input.value].args); });
    say();
    plot.after(input);
  });
}

async function draw(plot) {
  const figure = JSON.parse(plot.nextElementSibling.textContent);
  // A finger that scrolls the page must not be caught by a figure.
  if (coarse) figure.layout.dragmode = false;
  plot.replaceChildren();
  await Plotly.newPlot(plot, figure);
  await Plotly.relayout(plot, colours(dark.matches));
  if (figure.layout.sliders) addKeys(plot, figure);
  plot.dataset.drawn = "";
}

// A box that scrolls must be reachable by keyboard; one that does not should not be a stop on the way.
function markScrollers() {
  for (const box of document.querySelectorAll(".scroll, pre, .katex-display"))
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
}

const contents = document.querySelector(".contents details");
const wide = matchMedia("(min-width: 68rem)");
const unfold = () => { if (contents) contents.open = wide.matches; };
unfold();
wide.addEventListener("change", unfold);
contents?.addEventListener("click", (event) => { if (event.target.closest("a") && !wide.matches) contents.open = false; });

dark.addEventListener("change", () => paint(dark.matches));
addEventListener("beforeprint", () => paint(false));
addEventListener("afterprint", () => paint(dark.matches));
addEventListener("resize", markScrollers);

// One figure at a time, so that a reader can scroll in between.
(async () => {
  for (const plot of plots) {
    await draw(plot);
    await new Promise(requestAnimationFrame);
  }
  markScrollers();
  document.documentElement.dataset.ready = "";
})();

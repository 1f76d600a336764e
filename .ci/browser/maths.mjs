// Typesets the site's formulas with KaTeX: [{tex, display}] on stdin, [{html} or {error}] on stdout.
import katex from "katex";

let text = "";
for await (const chunk of process.stdin.setEncoding("utf8")) text += chunk;
const typeset = ({ tex, display }) => {
  try {
    // Not trusted: no links, no pictures, no attributes from a formula.
    return { html: katex.renderToString(tex, { displayMode: display, throwOnError: true, trust: false, strict: "ignore" }) };
  } catch (error) {
    return { error: error.message };
  }
};
process.stdout.write(JSON.stringify(JSON.parse(text).map(typeset)));

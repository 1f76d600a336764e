using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FromScratch.Site;

/// <summary>What only the author of the site needs: plotly.js and KaTeX as npm installs them, and Node to typeset formulas.</summary>
public sealed class AuthorTools
{
    private const string Install = "Run: npm install --prefix .ci/browser";

    private readonly string folder;

    private AuthorTools(string folder) => this.folder = folder;

    private string Plotly => Module("plotly.js-dist-min/plotly.min.js");

    private string Katex => Module("katex/dist");

    /// <summary>Finds <c>.ci/browser</c> in a folder or above it.</summary>
    /// <param name="start">Where to look first.</param>
    /// <exception cref="SiteException">It is not there, or its packages are not installed.</exception>
    public static AuthorTools Find(string start)
    {
        for (var folder = Path.GetFullPath(start); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (!File.Exists(Path.Combine(folder, ".ci", "browser", "package.json")))
                continue;
            var tools = new AuthorTools(Path.Combine(folder, ".ci", "browser"));
            return File.Exists(tools.Plotly) && Directory.Exists(tools.Katex) ? tools
                : throw new SiteException($"The site ships plotly.js and KaTeX, and they are not installed. {Install}");
        }

        throw new SiteException($"No .ci/browser above {start}: the site is built inside the repository.");
    }

    /// <summary>Copies what every page loads.</summary>
    internal void CopyTo(string assets)
    {
        File.Copy(Plotly, Path.Combine(assets, "plotly.min.js"));
        var fonts = Directory.CreateDirectory(Path.Combine(assets, "katex", "fonts")).FullName;
        File.Copy(Path.Combine(Katex, "katex.min.css"), Path.Combine(assets, "katex", "katex.min.css"));
        File.Copy(Module("katex/LICENSE"), Path.Combine(assets, "katex", "LICENSE"));
        // The form every browser of the last ten years takes first; the style sheet also names two older ones.
        foreach (var font in Directory.EnumerateFiles(Path.Combine(Katex, "fonts"), "*.woff2"))
            File.Copy(font, Path.Combine(fonts, Path.GetFileName(font)));
    }

    /// <summary>Formulas as HTML with MathML inside, typeset once here instead of in every reader's browser.</summary>
    internal IReadOnlyDictionary<Formula, Typeset> Typeset(IReadOnlyList<Formula> formulas)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "maths.mjs")])
        { RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        try
        {
            using var node = Process.Start(start)!;
            var answer = node.StandardOutput.ReadToEndAsync();
            using (node.StandardInput)
                node.StandardInput.Write(new JsonArray([.. formulas.Select(f => (JsonNode)new JsonObject { ["tex"] = f.Tex, ["display"] = f.Display })]).ToJsonString());
            node.WaitForExit();
            if (node.ExitCode != 0)
                throw new SiteException($"node .ci/browser/maths.mjs ended with exit code {node.ExitCode}, see above. {Install}");
            var results = JsonSerializer.Deserialize<Typeset[]>(answer.Result, JsonSerializerOptions.Web)!;
            return formulas.Zip(results).ToDictionary(pair => pair.First, pair => pair.Second);
        }
        catch (Win32Exception)
        {
            throw new SiteException($"The formulas are typeset by Node, and there is no `node` on the PATH. Install Node, then: {Install}");
        }
    }

    private string Module(string file) => Path.Combine(folder, "node_modules", file);
}

using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace FromScratch.Kernel;

/// <summary>
/// Draws figures with plotly.js on one page of a headless Chromium. Authors of lessons need Node and Chromium for it, learners do not:
/// the driver is a script beside the other browser tests, so that no restore brings a browser.
/// </summary>
internal sealed class PictureBrowser : IDisposable
{
    private const string Script = ".ci/browser/pictures.mjs";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;

    /// <exception cref="CommandException">Node, a package or Chromium is missing; the message names it and the command that installs it.</exception>
    public PictureBrowser()
    {
        var start = new ProcessStartInfo("node", [Find(AppContext.BaseDirectory)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        try
        {
            process = Process.Start(start)!;
            Answer("ready");
        }
        catch (Win32Exception e)
        {
            throw new CommandException($"--pictures: cannot start node ({e.Message}). Install Node.js 20 or later, then: npm install --prefix .ci/browser");
        }
        catch (IOException e)
        {
            Dispose();
            throw new CommandException($"--pictures: {e.Message}");
        }
    }

    /// <summary>The figure, Plotly JSON with <c>data</c> and <c>layout</c>, as it first appears, 700 pixels wide; messages name its place.</summary>
    /// <returns>A PNG in base64; the same figure gives the same bytes on the same machine.</returns>
    /// <exception cref="IOException">plotly.js cannot draw it, or the browser is gone.</exception>
    public string Draw(JsonNode figure, string place)
    {
        try
        {
            process.StandardInput.WriteLine(figure.ToJsonString());
            process.StandardInput.Flush();
            return Answer("png");
        }
        catch (IOException e) { throw new IOException($"{place}: its picture cannot be drawn: {e.Message}", e); }
    }

    public void Dispose()
    {
        // The end of its input ends it; one that hangs is not waited for.
        process.StandardInput.Dispose();
        if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private string Answer(string what)
    {
        using var stop = new CancellationTokenSource(Patience);
        try
        {
            var line = process.StandardOutput.ReadLineAsync(stop.Token).AsTask().GetAwaiter().GetResult();
            var answer = line is null ? throw new IOException("the browser ended without an answer.") : JsonNode.Parse(line)!;
            return (string?)answer[what] ?? throw new IOException((string?)answer["error"] ?? $"no {what} in the answer {line}");
        }
        catch (OperationCanceledException e) { throw new IOException($"the browser gave no answer within {Patience.TotalSeconds:0} s.", e); }
        catch (JsonException e) { throw new IOException($"expected a line of JSON from {Script}: {e.Message}", e); }
    }

    private static string Find(string? folder) => folder is null
        ? throw new CommandException($"--pictures: no {Script} above {AppContext.BaseDirectory}; use the command inside a clone: dotnet run --project lib/FromScratch.Kernel")
        : Path.Combine(folder, Script) is var script && File.Exists(script) ? script : Find(Path.GetDirectoryName(folder));
}

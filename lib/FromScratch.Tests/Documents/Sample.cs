using System.Text.Json.Nodes;
using FromScratch.Notebooks;

namespace FromScratch.Tests.Documents;

/// <summary>Short ways to write documents and outputs.</summary>
internal static class Sample
{
    public const string Plotly = "application/vnd.plotly.v1+json";

    public static NotebookDocument Lesson(params Output[] outputs) =>
        new("lesson.ipynb", [], [new NotebookCell(CellKind.Code, "train", "Train()") { Outputs = outputs }]);

    public static StreamOutput Printed(string text) => new("stdout", text);

    public static DisplayOutput Displayed(params (string Mime, JsonNode Content)[] data) =>
        new(data.ToDictionary(entry => entry.Mime, entry => entry.Content));

    public static DisplayOutput Figure(string json, string text = "A falling curve") =>
        Displayed((Plotly, JsonNode.Parse(json)!), ("text/plain", text), ("text/html", "<div>plot</div>"));

    /// <summary>As JSON, because records compare dictionaries by reference.</summary>
    public static string Json(params IReadOnlyList<Output> outputs) => Lesson([.. outputs]).ToJson();
}

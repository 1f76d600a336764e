using FromScratch.Notebooks;

namespace FromScratch.Kernel.Jupyter;

/// <summary>What a front end asks about code without running it.</summary>
internal static class Inquiries
{
    public static JsonObject Complete(Session session, Message request)
    {
        var code = request.Text("code");
        var list = session.Complete(code, ToUtf16(code, request.Integer("cursor_pos")));
        var (start, end) = (FromUtf16(code, list.Start), FromUtf16(code, list.End));
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. list.Items.Select(item => (JsonNode)item.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                // Not in the specification, and yet what every front end draws its icons from.
                ["_jupyter_types_experimental"] = new JsonArray([.. list.Items.Select(item => new JsonObject
                {
                    ["text"] = item.Text,
                    ["type"] = item.Kind,
                    ["signature"] = item.Signature,
                    ["start"] = start,
                    ["end"] = end,
                })]),
            },
        };
    }

    public static JsonObject Inspect(Session session, Message request)
    {
        var code = request.Text("code");
        var found = session.Inspect(code, ToUtf16(code, request.Integer("cursor_pos")));
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = found is not null,
            ["data"] = found is null ? [] : new JsonObject { ["text/plain"] = found },
            ["metadata"] = new JsonObject(),
        };
    }

    public static JsonObject IsComplete(Message request)
    {
        var (status, indent) = Session.IsComplete(request.Text("code"));
        var content = new JsonObject { ["status"] = status };
        if (status == "incomplete") content["indent"] = indent;
        return content;
    }

    /// <summary>The cells of this session; <c>search</c> takes <c>*</c> and <c>?</c>.</summary>
    public static JsonObject History(IReadOnlyList<(int Count, string Code)> history, Message request)
    {
        var cells = request.Text("hist_access_type") switch
        {
            "tail" => history.TakeLast(request.Integer("n")),
            "range" => history.Where(cell => cell.Count >= request.Integer("start") && cell.Count < Limit("stop")),
            "search" => history.Where(cell => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(request.Text("pattern"), cell.Code, ignoreCase: false))
                .TakeLast(Limit("n")),
            var other => throw new ArgumentException($"history_request: \"hist_access_type\" must be \"range\", \"tail\" or \"search\", found \"{other}\"."),
        };
        int Limit(string name) => request.Content[name] is null ? int.MaxValue : request.Integer(name);
        var withOutput = request.Flag("output", false);
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. cells.Select(cell => new JsonArray(0, cell.Count, withOutput ? new JsonArray(cell.Code, null) : cell.Code))]),
        };
    }

    // Jupyter counts a cursor in code points, C# in UTF-16 units.
    private static int ToUtf16(string code, int position) => code.EnumerateRunes().Take(Math.Max(0, position)).Sum(rune => rune.Utf16SequenceLength);
    private static int FromUtf16(string code, int position) => code[..Math.Clamp(position, 0, code.Length)].EnumerateRunes().Count();
}

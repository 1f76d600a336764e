using FromScratch.Notebooks;

namespace FromScratch.Kernel;

/// <summary>Says in one line what failed where, then shows the cell.</summary>
internal static class FailureReport
{
    private const int ShownLines = 40;

    public static IReadOnlyList<string> Lines(string path, LessonFailure failure)
    {
        var (cell, error) = failure;
        var message = error.Message.Split('\n');
        var source = cell.Source.Split('\n').Select((line, index) => $"  {index + 1,3} │ {line}").ToList();
        return
        [
            $"{path}: cell {cell.Id}: {error.Name}: {message[0]}",
            .. message.Skip(1).Select(line => "  " + line),
            .. error.Traceback,
            "",
            .. source.Take(ShownLines),
            .. source.Count > ShownLines ? [$"      … {source.Count - ShownLines} more lines"] : Array.Empty<string>(),
            "",
        ];
    }
}

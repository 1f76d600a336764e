namespace FromScratch.Notebooks;

/// <summary>Turns a cell's <c>Console.ReadLine()</c> into a question to the learner; everybody else reads what they always read.</summary>
internal sealed class ConsoleQuestions(TextReader otherwise) : TextReader
{
    public override int Peek() => LiveCell.Current is { } cell ? LineOf(cell)?.Peek() ?? -1 : otherwise.Peek();
    public override int Read() => LiveCell.Current is { } cell ? LineOf(cell)?.Read() ?? -1 : otherwise.Read();

    private static StringReader? LineOf(LiveCell cell)
    {
        if (cell.Line is not { } rest || rest.Peek() < 0)
            cell.Line = cell.Ask() is { } line ? new StringReader(line + "\n") : null;
        return cell.Line;
    }
}

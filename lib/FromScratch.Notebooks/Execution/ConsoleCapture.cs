namespace FromScratch.Notebooks;

/// <summary>
/// Sends what a cell writes to <see cref="Console"/> to that cell's outputs, from every thread and task the cell starts, and
/// leaves everybody else's writing alone.
/// </summary>
internal sealed class ConsoleCapture : TextWriter
{
    private readonly string name;
    private readonly TextWriter otherwise;

    public ConsoleCapture(string name, TextWriter otherwise)
        : base(CultureInfo.InvariantCulture)
    {
        (this.name, this.otherwise) = (name, otherwise);
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));
    public override void WriteLine(string? value) => Write(value + "\n");

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        if (LiveCell.Current is not { } cell)
        {
            otherwise.Write(value);
            return;
        }
        try
        {
            LiveCell.Current = null; // Whoever receives the output may itself write to the console.
            cell.Emit(new StreamOutput(name, value.Replace("\r\n", "\n", StringComparison.Ordinal)));
        }
        finally
        {
            LiveCell.Current = cell; // A cell told to stop may swallow that; it must meet the next check, too.
        }
    }

    public override void Flush() => otherwise.Flush();
}

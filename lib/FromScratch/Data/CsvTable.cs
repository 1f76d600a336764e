using System.Globalization;
using System.Text.RegularExpressions;

namespace FromScratch;

/// <summary>A table read from comma-separated text with a header, as RFC 4180 has it; columns are asked for by name.</summary>
/// <remarks>Throws <see cref="ArgumentException"/> for an unknown column, and <see cref="InvalidDataException"/> with the place
/// of a missing or doubled name in the header, a row of another length or none, an open quote, or what is no number.</remarks>
public sealed class CsvTable
{
    // A field and what ends it. In quotes, commas and line ends are text, and a doubled quote stands for one.
    private static readonly Regex Field = new("""\G(?:"(?<text>(?:[^"]|"")*)"|(?<text>(?!")[^,\n]*))(?<end>[,\n])""");

    private readonly string name;
    private readonly string[] header;
    private readonly List<(int Line, string[] Fields)> rows;

    private CsvTable(string text, string name)
    {
        this.name = name.Given();
        rows = Records(text.Given().Replace("\r\n", "\n").Replace('\r', '\n').TrimEnd('\n') + "\n");
        header = rows[0].Fields;
        if (rows.Count < 2) throw new InvalidDataException(
            $"{name}: expected a header and at least one row, found {(text.Trim() == "" ? "nothing" : "a header only")}.");
        if (header.Contains("")) throw Broken(1, $"column {Array.IndexOf(header, "") + 1} has no name");
        if (header.CountBy(column => column).FirstOrDefault(count => count.Value > 1).Key is { } twice)
            throw Broken(1, $"column '{twice}' stands in the header more than once");
        if (rows.Find(row => row.Fields.Length != header.Length) is { Line: > 0 } odd)
            throw Broken(odd.Line, $"expected {header.Length} fields, as in the header, found {odd.Fields.Length}");
        rows.RemoveAt(0);
    }

    /// <summary>The column names, in the order of the header.</summary>
    public IReadOnlyList<string> Columns => header;

    /// <summary>Reads a UTF-8 file; <see cref="IOException"/> where it cannot be read, <see cref="UnauthorizedAccessException"/> where it may not.</summary>
    public static CsvTable Read(string path) => Parse(File.ReadAllText(path), Path.GetFileName(path));
    /// <summary>Reads text: a header, then at least one row; error messages call it by its name.</summary>
    public static CsvTable Parse(string text, string name = "text") => new(text, name);

    /// <summary>A column of text: n strings.</summary>
    public IReadOnlyList<string> Text(string column) => Column(column).ConvertAll(field => field.Text);
    /// <summary>A column of n numbers, with a decimal point: 3, -1.5, 2e-3.</summary>
    public Vector<Real> Numbers(string column) => Tensor.Vec([.. Column(column).Select(field =>
        double.TryParse(field.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var x) && double.IsFinite((Real)x) ? x
            : throw Broken(field.Line, $"expected a number, found '{field.Text}'", $", column '{column}'"))]);

    /// <summary>X, n×d: d ≥ 1 columns of numbers, side by side.</summary>
    public Matrix<Real> Matrix(params IReadOnlyList<string> columns) => columns.Given().Count > 0
        ? Matrix<Real>.Build.DenseOfColumnVectors(columns.Select(Numbers))
        : throw new ArgumentException($"Name at least one column of {name}: {string.Join(", ", header)}.", nameof(columns));

    private List<(int Line, string Text)> Column(string column) => Array.IndexOf(header, column) is >= 0 and var j
        ? rows.ConvertAll(row => (row.Line, row.Fields[j]))
        : throw new ArgumentException($"{name} has no column '{column}'; its columns are {string.Join(", ", header)}.", nameof(column));

    private List<(int Line, string[] Fields)> Records(string text)
    {
        var (records, fields, line, next, end) = (new List<(int, string[])>(), new List<string>(), 1, 1, 0);
        foreach (Match field in Field.Matches(text))
        {
            var content = field.Groups["text"].Value;
            fields.Add(field.ValueSpan[0] == '"' ? content.Replace("\"\"", "\"") : content);
            (next, end) = (next + field.ValueSpan.Count('\n'), end + field.Length);
            if (field.Groups["end"].Value == ",") continue;
            records.Add((line, [.. fields]));
            line = next;
            fields.Clear();
        }
        return end == text.Length ? records : throw Broken(line, "a quote is never closed, or text follows the closing quote");
    }

    private InvalidDataException Broken(int line, string why, string column = "") => new($"{name}, line {line}{column}: {why}.");
}

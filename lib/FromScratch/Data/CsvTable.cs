using System.Globalization;

namespace FromScratch;

/// <summary>A table read from comma-separated text, with a header; columns are asked for by name.</summary>
public sealed class CsvTable
{
    private readonly string name;
    private readonly List<(int Line, string[] Fields)> rows;

    private CsvTable(string name, List<(int Line, string[] Fields)> records) =>
        (this.name, Columns, rows) = (name, records[0].Fields, records[1..]);

    /// <summary>The column names, in the order of the header.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>n, the rows below the header.</summary>
    public int RowCount => rows.Count;

    /// <summary>Reads a UTF-8 file.</summary>
    /// <param name="path">A file with a header line.</param>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="InvalidDataException">As for <see cref="Parse"/>.</exception>
    public static CsvTable Read(string path) => Parse(File.ReadAllText(path), Path.GetFileName(path));

    /// <summary>Reads text: a header, then at least one row.</summary>
    /// <param name="text">Fields separated by commas; a field with a comma, quote or line end stands in "quotes".</param>
    /// <param name="name">What error messages call the text.</param>
    /// <exception cref="InvalidDataException">There are no rows, a name in the header is missing or stands twice, a row is
    /// longer or shorter than the header, or a quote is left open.</exception>
    public static CsvTable Parse(string text, string name = "text")
    {
        var records = CsvReader.Read(text, name);
        if (records.Count < 2) throw new InvalidDataException($"{name}: expected a header and at least one row, found {(text.Trim() == "" ? "nothing" : "a header only")}.");
        var header = records[0].Fields;
        if (header.Contains("")) throw new InvalidDataException($"{name}, line 1: column {Array.IndexOf(header, "") + 1} has no name.");
        if (header.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1) is { Key: var twice })
            throw new InvalidDataException($"{name}, line 1: column '{twice}' stands in the header more than once.");
        foreach (var (line, fields) in records)
            if (fields.Length != header.Length)
                throw new InvalidDataException($"{name}, line {line}: expected {header.Length} fields, as in the header, found {fields.Length}.");
        return new(name, records);
    }

    /// <summary>A column of text.</summary>
    /// <param name="column">A name from the header.</param>
    /// <returns>n strings.</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public IReadOnlyList<string> Text(string column)
    {
        var j = Index(column);
        return rows.ConvertAll(row => row.Fields[j]);
    }

    /// <summary>A column of numbers, with a decimal point: 3, -1.5, 2e-3.</summary>
    /// <param name="column">A name from the header.</param>
    /// <returns>n finite numbers.</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="InvalidDataException">A field is not a finite number.</exception>
    public Vector<double> Numbers(string column)
    {
        var j = Index(column);
        return Vector<double>.Build.Dense(RowCount, i =>
            double.TryParse(rows[i].Fields[j], NumberStyles.Float, CultureInfo.InvariantCulture, out var x) && double.IsFinite(x)
                ? x
                : throw new InvalidDataException($"{name}, line {rows[i].Line}, column '{column}': expected a number, found '{rows[i].Fields[j]}'."));
    }

    /// <summary>X: columns of numbers, side by side.</summary>
    /// <param name="columns">d ≥ 1 names from the header.</param>
    /// <returns>n×d.</returns>
    /// <exception cref="ArgumentException">No column is named, or one is not there.</exception>
    /// <exception cref="InvalidDataException">A field is not a finite number.</exception>
    public Matrix<double> Matrix(params IReadOnlyList<string> columns) => columns.Count == 0
        ? throw new ArgumentException($"Name at least one column of {name}: {string.Join(", ", Columns)}.", nameof(columns))
        : Matrix<double>.Build.DenseOfColumnVectors(columns.Select(Numbers));

    private int Index(string column)
    {
        for (var j = 0; j < Columns.Count; j++) if (Columns[j] == column) return j;
        throw new ArgumentException($"{name} has no column '{column}'; its columns are {string.Join(", ", Columns)}.", nameof(column));
    }
}

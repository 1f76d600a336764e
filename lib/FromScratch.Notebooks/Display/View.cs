namespace FromScratch.Notebooks;

/// <summary>What there is to see of a value, before it becomes text or HTML; made by <see cref="Inspector"/>, which reads the value once.</summary>
internal abstract record View;

/// <summary>A value that is one piece of text.</summary>
internal sealed record Leaf(string Text) : View;

/// <summary>A sequence <c>[1, 2, … (1000 items)]</c> or a tuple <c>(1, "a")</c>; <c>Rest</c> says what was left out, null when nothing was.</summary>
internal sealed record Items(IReadOnlyList<View> Shown, string? Rest, char Open = '[', char Close = ']') : View;

/// <summary>An object's properties, <c>Point { X = 1, Y = 2 }</c>, or a dictionary, <c>{ "a": 1 }</c>.</summary>
internal sealed record Pairs(string Name, string Sign, IReadOnlyList<(string Key, View Value)> Rows, string? Rest) : View;

/// <summary>A matrix, vector or 2-D array: its cells padded so that a monospaced column lines up on the decimal points.</summary>
/// <remarks>The heads are indices, "…" where rows or columns are left out; a vector has no <c>RowHeads</c>.</remarks>
internal sealed record Grid(string Title, IReadOnlyList<string>? RowHeads, IReadOnlyList<string> ColumnHeads, string[][] Cells) : View;

namespace FromScratch.Site;

/// <summary>A formula in TeX, within a line or displayed on its own.</summary>
internal readonly record struct Formula(string Tex, bool Display);

/// <summary>What became of a formula: its HTML, or why it has none.</summary>
internal sealed record Typeset(string? Html, string? Error);

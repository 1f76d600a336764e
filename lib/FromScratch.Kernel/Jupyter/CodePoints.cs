namespace FromScratch.Kernel.Jupyter;

/// <summary>Jupyter counts a cursor in code points, C# in UTF-16 units.</summary>
internal static class CodePoints
{
    public static int ToUtf16(string code, int position) => code.EnumerateRunes().Take(Math.Max(0, position)).Sum(rune => rune.Utf16SequenceLength);

    public static int FromUtf16(string code, int position) => code[..Math.Clamp(position, 0, code.Length)].EnumerateRunes().Count();
}

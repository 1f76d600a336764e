namespace FromScratch;

/// <summary>What the judge says of a learner's answer; a notebook shows it as the value of the cell.</summary>
/// <param name="Passed">True only when every case was right.</param>
/// <param name="Text">"✓ Correct. …" or "✗ Not yet. …", then what was tried and a hint.</param>
[TypeFormatterSource(typeof(VerdictFormatterSource))]
public sealed record Verdict(bool Passed, string Text)
{
    /// <summary>What was judged, so that a test can find and prove every exercise; null for a verdict made by hand.</summary>
    internal IExercise? Exercise { get; init; }

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    /// <summary>Two verdicts are equal when they say the same.</summary>
    public bool Equals(Verdict? other) => other is not null && (Passed, Text) == (other.Passed, other.Text);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Passed, Text);
}

namespace FromScratch;

/// <summary>What an examination found.</summary>
/// <param name="Complaint">What was tried and what was wrong with it, in sentences; null when all is right.</param>
/// <param name="Mistake">The hint for the mistake that was recognised, or null.</param>
internal readonly record struct Finding(string? Complaint, string? Mistake = null);

/// <summary>An exercise, whatever its answer is.</summary>
internal interface IExercise
{
    string Id { get; }

    /// <summary>The author's own errors: what a test demands to be empty.</summary>
    IEnumerable<string> Audit();
}

/// <summary>An exercise as its author declares it; <typeparamref name="T"/> is what the learner hands in, a function or a value.</summary>
/// <param name="Id">Names the exercise in the hint counter: one of its own for each.</param>
/// <param name="Praise">One sentence that says what was right.</param>
/// <param name="Hints">From a nudge to nearly the solution.</param>
/// <param name="Right">A right answer.</param>
/// <param name="Mistakes">Typical wrong answers, each with the hint for it.</param>
/// <param name="Examine">Judges an answer; free of side effects, so that an audit counts as no try.</param>
internal sealed record Exercise<T>(
    string Id, string Praise, string[] Hints, T Right, (string Hint, T Wrong)[] Mistakes, Func<T, Finding> Examine) : IExercise
{
    /// <summary>Judges a try and counts it.</summary>
    public Verdict Judge(T yours)
    {
        Finding finding;
        try
        {
            finding = Examine(yours);
        }
        catch (Exception e)
        {
            finding = new($"The exercise \"{Id}\" itself failed, so your answer could not be judged ({e.GetType().Name}: {e.Message}).");
        }
        if (finding.Complaint is null)
        {
            HintBook.Close(Id);
            return new(true, $"✓ Correct. {Praise}") { Exercise = this };
        }
        var hint = HintBook.Next(Id, finding.Mistake, Hints);
        return new(false, $"✗ Not yet. {finding.Complaint}\n{hint}".TrimEnd()) { Exercise = this };
    }

    /// <inheritdoc/>
    public IEnumerable<string> Audit()
    {
        if (string.IsNullOrWhiteSpace(Praise)) yield return $"{Id}: there is no praise.";
        if (Hints.Length == 0 || Hints.Any(string.IsNullOrWhiteSpace)) yield return $"{Id}: there is no hint, or an empty one.";
        if (Examine(Right).Complaint is { } complaint) yield return $"{Id}: its own solution is refused: {complaint}";
        foreach (var (hint, wrong) in Mistakes)
        {
            var finding = Examine(wrong);
            if (finding.Complaint is null) yield return $"{Id}: no case tells the mistake \"{hint}\" from the right answer.";
            else if (finding.Mistake != hint) yield return $"{Id}: the mistake \"{hint}\" is taken for \"{finding.Mistake ?? "none"}\".";
        }
    }
}

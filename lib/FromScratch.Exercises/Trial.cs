using System.Runtime.CompilerServices;

namespace FromScratch;

/// <summary>Runs a learner's function beside the right one on every case, and recognises typical mistakes.</summary>
internal sealed class Trial<TIn, TOut>(
    Func<TIn, TOut> right, TIn[] cases, (string Hint, Func<TIn, TOut> Wrong)[] mistakes, Tolerance tolerance, string?[] names)
{
    /// <summary>The first case that fails, and the mistake that explains all cases, if one does.</summary>
    public Finding Examine(Func<TIn, TOut>? yours)
    {
        if (cases.Length == 0) throw new InvalidOperationException("it has no cases to try");
        if (yours is null) return new("There is no function: you passed null.");

        var expected = cases.Select(right).ToArray();
        var results = cases.Select(x => Run(yours, x)).ToArray();
        var wrong = Enumerable.Range(0, cases.Length).FirstOrDefault(
            i => results[i].Thrown is not null || Answer.Difference(expected[i], results[i].Value, tolerance) is not null, -1);
        if (wrong < 0) return new(null);

        var mistake = mistakes.FirstOrDefault(m => cases.Zip(results).All(pair => Agree(Run(m.Wrong, pair.First), pair.Second))).Hint
            ?? (results.All(result => result.Thrown is null) ? TypicalMistake.Hint([.. expected], [.. results.Select(r => r.Value)], tolerance) : null);
        return new(Complaint(cases[wrong], expected[wrong], results[wrong]), mistake);
    }

    string Complaint(TIn input, TOut right, Result yours)
    {
        // Two numbers that differ past the sixth digit are shown with all their digits.
        var digits = Show.Value(right) == Show.Value(yours.Value) ? 0 : 6;
        var what = yours.Thrown is { } e
            ? $"threw {e.GetType().Name}: {e.Message.TrimEnd('.')}"
            : $"returned {Answer.Difference(right, yours.Value, tolerance, digits)}";
        return $"For {Inputs(input)} the right answer is {Show.Value(right, digits)}. Your function {what}.";
    }

    string Inputs(TIn input) =>
        input is ITuple all && all.Length == names.Length ? string.Join(", ", names.Select((name, i) => $"{name} = {Show.Value(all[i])}"))
        : names.Length == 1 ? $"{names[0]} = {Show.Value(input)}" : Show.Value(input);

    bool Agree(Result mistake, Result yours) => mistake.Thrown is not null || yours.Thrown is not null
        ? mistake.Thrown?.GetType() == yours.Thrown?.GetType()
        : Answer.Difference(mistake.Value, yours.Value, tolerance) is null;

    static Result Run(Func<TIn, TOut> f, TIn input)
    {
        try { return new(f(input), null); }
        catch (Exception e) { return new(default, e); }
    }

    sealed record Result(TOut? Value, Exception? Thrown);
}

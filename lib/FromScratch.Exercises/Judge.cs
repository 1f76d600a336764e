namespace FromScratch;

/// <summary>
/// How a lesson declares an exercise: <c>public static Verdict MyLoss(Func&lt;…&gt; yours) =&gt; Judge.Function("my-loss", yours, right: …,
/// cases: […], praise: "…", hints: […], mistakes: [("…", wrong function), …])</c>.
/// </summary>
/// <remarks>Nothing a learner hands in makes these throw. A mistake is recognised when it gives the learner's result in every case.</remarks>
internal static class Judge
{
    /// <summary>A function of one argument, compared with the right one on every case.</summary>
    public static Verdict Function<T, TOut>(
        string id, Func<T, TOut> yours, Func<T, TOut> right, T[] cases, string praise, string[] hints,
        (string Hint, Func<T, TOut> Wrong)[]? mistakes = null, Tolerance? tolerance = null) =>
        Compare(id, yours, x => yours(Answer.Copy(x)), right, cases, praise, hints, mistakes ?? [], tolerance);

    /// <summary>A function of two arguments.</summary>
    public static Verdict Function<T1, T2, TOut>(
        string id, Func<T1, T2, TOut> yours, Func<T1, T2, TOut> right, (T1, T2)[] cases, string praise, string[] hints,
        (string Hint, Func<T1, T2, TOut> Wrong)[]? mistakes = null, Tolerance? tolerance = null) =>
        Compare(id, yours, On(yours), On(right), cases, praise, hints, [.. (mistakes ?? []).Select(m => (m.Hint, On(m.Wrong)))], tolerance);

    /// <summary>A function of three arguments.</summary>
    public static Verdict Function<T1, T2, T3, TOut>(
        string id, Func<T1, T2, T3, TOut> yours, Func<T1, T2, T3, TOut> right, (T1, T2, T3)[] cases, string praise, string[] hints,
        (string Hint, Func<T1, T2, T3, TOut> Wrong)[]? mistakes = null, Tolerance? tolerance = null) =>
        Compare(id, yours, On(yours), On(right), cases, praise, hints, [.. (mistakes ?? []).Select(m => (m.Hint, On(m.Wrong)))], tolerance);

    /// <summary>A function of four arguments.</summary>
    public static Verdict Function<T1, T2, T3, T4, TOut>(
        string id, Func<T1, T2, T3, T4, TOut> yours, Func<T1, T2, T3, T4, TOut> right, (T1, T2, T3, T4)[] cases, string praise, string[] hints,
        (string Hint, Func<T1, T2, T3, T4, TOut> Wrong)[]? mistakes = null, Tolerance? tolerance = null) =>
        Compare(id, yours, On(yours), On(right), cases, praise, hints, [.. (mistakes ?? []).Select(m => (m.Hint, On(m.Wrong)))], tolerance);

    /// <summary>A value with one right answer: a number, a choice, a vector. The verdict does not give the right one away.</summary>
    public static Verdict Value<T>(
        string id, T yours, T right, string praise, string[] hints, (string Hint, T Wrong)[]? mistakes = null, Tolerance? tolerance = null)
    {
        var within = tolerance ?? Tolerance.Computed;
        return new Exercise<T>(id, praise, hints, right, mistakes ?? [], Examine).Judge(yours);

        Finding Examine(T answer) => Answer.Difference(right, answer, within) is null ? new(null)
            : Answer.IsPlaceholder(answer) ? new($"{Show.Value(answer)} is the placeholder: put your answer in its place.")
            : new(Answer.Misshapen(right, answer) is { } misshapen ? $"Your answer is {misshapen}." : $"Your answer {Show.Value(answer)} is not right.",
                (mistakes ?? []).FirstOrDefault(m => Answer.Difference(m.Wrong, answer, within) is null).Hint);
    }

    /// <summary>A value with many right answers, such as the weights of an AND gate.</summary>
    /// <param name="id">Names the exercise.</param>
    /// <param name="yours">The learner's value.</param>
    /// <param name="right">One right answer, for the audit.</param>
    /// <param name="complaint">What is wrong with a value, in a sentence; null when nothing is.</param>
    /// <param name="praise">One sentence that says what was right.</param>
    /// <param name="hints">From a nudge to nearly the solution.</param>
    public static Verdict Condition<T>(string id, T yours, T right, Func<T, string?> complaint, string praise, string[] hints) =>
        new Exercise<T>(id, praise, hints, right, [], answer =>
            Answer.IsPlaceholder(answer) ? new($"{Show.Value(answer)} is the placeholder: put your answer in its place.") : new(complaint(answer))).Judge(yours);

    static Verdict Compare<TIn, TOut>(
        string id, Delegate yours, Func<TIn, TOut> copied, Func<TIn, TOut> right, TIn[] cases, string praise, string[] hints,
        (string Hint, Func<TIn, TOut> Wrong)[] mistakes, Tolerance? tolerance)
    {
        // The learner's own parameter names label the inputs of a verdict.
        string?[] names = yours is null ? [] : [.. yours.Method.GetParameters().Select(p => p.Name)];
        var trial = new Trial<TIn, TOut>(right, cases, mistakes, tolerance ?? Tolerance.Computed, names);
        return new Exercise<Func<TIn, TOut>>(id, praise, hints, right, mistakes, trial.Examine).Judge(yours is null ? null! : copied);
    }

    static Func<(T1, T2), TOut> On<T1, T2, TOut>(Func<T1, T2, TOut> f) =>
        x => f(Answer.Copy(x.Item1), Answer.Copy(x.Item2));

    static Func<(T1, T2, T3), TOut> On<T1, T2, T3, TOut>(Func<T1, T2, T3, TOut> f) =>
        x => f(Answer.Copy(x.Item1), Answer.Copy(x.Item2), Answer.Copy(x.Item3));

    static Func<(T1, T2, T3, T4), TOut> On<T1, T2, T3, T4, TOut>(Func<T1, T2, T3, T4, TOut> f) =>
        x => f(Answer.Copy(x.Item1), Answer.Copy(x.Item2), Answer.Copy(x.Item3), Answer.Copy(x.Item4));
}

using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;

namespace FromScratch.Notebooks;

/// <summary>The values that are one piece of text: numbers, strings, dates, types, exceptions, tasks, and whatever has a ToString of its own.</summary>
internal static class Scalar
{
    const int LongestString = 100_000;
    const int LongestQuoted = 200;

    /// <summary>The value as text, or null when it has parts to show instead. Inside something else a string is <paramref name="quoted"/>.</summary>
    public static string? Text(object? value, bool quoted) => value switch
    {
        null => "null",
        string s => quoted ? Quote(s) : Clip(s, LongestString),
        char c => quoted ? SymbolDisplay.FormatLiteral(c, quoted) : c.ToString(),
        double x => Number.Format(x),
        float x => Number.Format(x),
        Half x => Number.Format((double)x),
        Complex z => $"{Number.Format(z.Real)}{(z.Imaginary < 0 ? "-" : "+")}{Number.Format(Math.Abs(z.Imaginary))}i",
        DateTime t => t.ToString(t.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        DateTimeOffset t => t.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly t => t.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        Type t => TypeName.Of(t),
        Delegate d => TypeName.Of(d.GetType()),
        Exception e => Describe(e),
        Task t => Describe(t),
        _ when value.GetType().Name[0] == '<' && value.GetType().GetInterface("IAsyncEnumerable`1") is { } sequence => $"{TypeName.Of(sequence)} (read it by await foreach)",
        _ when IsValueTask(value.GetType()) => $"{TypeName.Of(value.GetType())} (not awaited)",
        _ => null,
    };

    /// <summary>What the value's own ToString says; null when that is the one every object or record has.</summary>
    public static string? OwnText(object value)
    {
        if (!HasOwnToString(value.GetType())) return null;
        try
        {
            var text = value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString();
            return Clip(text ?? "", LongestString);
        }
        catch (Exception e) when (e is not OutOfMemoryException) { return $"{TypeName.Of(value.GetType())} (ToString threw {Describe(e)})"; }
    }

    /// <summary><c>InvalidOperationException: message</c>, and what caused it on the lines below.</summary>
    public static string Describe(Exception e)
    {
        while (e is TargetInvocationException { InnerException: { } thrown }) e = thrown;
        return $"{TypeName.Of(e.GetType())}: {MessageOf(e)}";
    }

    /// <summary>An exception's message, though it be of a learner's own type whose message throws, and below it its causes.</summary>
    public static string MessageOf(Exception e, int mostCauses = 10) =>
        OwnMessage(e) + (e.InnerException is { } inner && mostCauses > 0 ? $"\n  caused by {TypeName.Of(inner.GetType())}: {MessageOf(inner, mostCauses - 1)}" : "");

    /// <summary>Half a surrogate pair cannot be written as UTF-8: it becomes U+FFFD.</summary>
    public static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;

    static string OwnMessage(Exception e)
    {
        try { return e.Message ?? ""; }
        catch (Exception) { return "its message cannot be read"; }
    }

    static string Describe(Task task)
    {
        // An async method's task has a type of the runtime's own: name the Task<T> it derives from.
        var type = task.GetType();
        while (type.BaseType is { } up && type != typeof(Task) && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))) type = up;
        var name = type.IsGenericType && !type.GetGenericArguments()[0].IsVisible ? "Task" : TypeName.Of(type);
        var status = task.Exception?.InnerException is { } e ? $"failed with {Describe(e)}"
            : task.IsCanceled ? "cancelled" : task.IsCompleted ? "finished" : "still running";
        return $"{name} ({status}; await it to get its result)";
    }

    static bool IsValueTask(Type type) => type == typeof(ValueTask) || type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>);

    static bool HasOwnToString(Type type) =>
        type.GetMethod("ToString", BindingFlags.Public | BindingFlags.Instance, []) is { } method
        && method.DeclaringType != typeof(object) && method.DeclaringType != typeof(ValueType)
        && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !TypeName.IsAnonymous(type);

    static string Clip(string text, int length) =>
        text.Length <= length ? text : $"{text[..length]}… ({text.Length} characters)";

    static string Quote(string text) => text.Length <= LongestQuoted ? SymbolDisplay.FormatLiteral(text, quote: true)
        : $"{SymbolDisplay.FormatLiteral(text[..LongestQuoted] + "…", quote: true)} ({text.Length} characters)";
}

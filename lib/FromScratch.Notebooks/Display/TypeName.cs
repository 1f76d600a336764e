namespace FromScratch.Notebooks;

/// <summary>Type names as C# writes them: <c>Dictionary&lt;string, double[]&gt;</c>, <c>int?</c>, <c>(int, string)</c>.</summary>
internal static class TypeName
{
    static readonly Dictionary<Type, string> Keywords = new Type[]
    {
        typeof(bool), typeof(char), typeof(string), typeof(object), typeof(void), typeof(float), typeof(double), typeof(decimal),
        typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
    }.Zip("bool char string object void float double decimal byte sbyte short ushort int uint long ulong".Split(' ')).ToDictionary();

    public static string Of(Type? type)
    {
        if (type is null) return "null";
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsArray) return $"{Of(type.GetElementType())}[{new string(',', type.GetArrayRank() - 1)}]";
        if (Nullable.GetUnderlyingType(type) is { } underlying) return $"{Of(underlying)}?";
        if (IsAnonymous(type)) return "";
        if (!type.IsGenericType) return type.Name;

        var arguments = string.Join(", ", type.GetGenericArguments().Select(Of));
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true) return $"({arguments})";
        return $"{type.Name.Split('`')[0]}<{arguments}>";
    }

    public static bool IsAnonymous(Type type) => type.Name.Contains("AnonymousType", StringComparison.Ordinal) && type.Name[0] == '<';
}

namespace FromScratch.Notebooks;

/// <summary>Type names as C# writes them: <c>Dictionary&lt;string, double[]&gt;</c>, <c>int?</c>, <c>(int, string)</c>.</summary>
internal static class TypeName
{
    static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

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

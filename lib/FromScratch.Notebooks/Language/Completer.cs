using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FromScratch.Notebooks;

/// <summary>Proposes names at a place where a name is being written: what the learner declared first, then what libraries offer.</summary>
internal sealed class Completer(SemanticModel model, SimpleNameSyntax name, string prefix)
{
    /// <summary>Stands for the name being written, so that a cell cut off after a dot, or before a keyword, still parses.</summary>
    public const string Placeholder = "name__being__written";

    private static readonly Completion[] Keywords = [.. SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText)
        .Concat(["async", "await", "nameof", "record", "var", "when", "where", "with", "yield"]).Select(word => new Completion(word, "keyword"))];

    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat.WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters);

    private readonly int position = name.SpanStart;

    public IReadOnlyList<Completion> Items => [.. name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => Symbols(Members(access.Expression)),
        QualifiedNameSyntax qualified when qualified.Right == name => Symbols(Members(qualified.Left)),
        MemberBindingExpressionSyntax => Symbols(Members(name.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()!.Expression)),
        ObjectCreationExpressionSyntax => Symbols(model.LookupNamespacesAndTypes(position)),
        _ when Initialized() is { } type => Symbols(model.LookupSymbols(position, type).Where(IsSettable)),
        _ => ArgumentNames().Concat(Symbols(model.LookupSymbols(position).Where(symbol => !IsOfObject(symbol)), Keywords)),
    }];

    private IEnumerable<ISymbol> Members(ExpressionSyntax left)
    {
        // Bound as an expression because `x.` before a line that starts with a name reads as the declaration of a variable of type x.
        var (expression, at) = (SyntaxFactory.ParseExpression(left.ToString()), left.SpanStart);
        var symbol = model.GetSymbolInfo(left).Symbol ?? model.GetSpeculativeSymbolInfo(at, expression, SpeculativeBindingOption.BindAsExpression).Symbol;
        var type = model.GetTypeInfo(left).Type is { TypeKind: not TypeKind.Error } known ? known : model.GetSpeculativeTypeInfo(at, expression, SpeculativeBindingOption.BindAsExpression).Type;
        if (name.Parent is MemberBindingExpressionSyntax && type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] })
            type = value;
        return symbol switch
        {
            INamespaceSymbol space => model.LookupNamespacesAndTypes(position, space),
            ITypeSymbol named => model.LookupStaticMembers(position, named).Where(member => !IsOfObject(member)),
            _ when type is null or IErrorTypeSymbol => [],
            _ => model.LookupSymbols(position, type, includeReducedExtensionMethods: true).Where(member => member is { IsStatic: false } and not ITypeSymbol),
        };
    }

    // A collection's braces hold values, any other object's hold its members.
    private ITypeSymbol? Initialized() => (name.Parent is AssignmentExpressionSyntax set && set.Left == name ? set.Parent : name.Parent) is InitializerExpressionSyntax { Parent: ExpressionSyntax made }
        && model.GetTypeInfo(made).Type is { TypeKind: not TypeKind.Array } type && !type.AllInterfaces.Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable) ? type : null;

    private IEnumerable<Completion> ArgumentNames() => name.Parent is not ArgumentSyntax { Parent.Parent: { } call } ? [] :
        model.GetMemberGroup(call is InvocationExpressionSyntax invocation ? invocation.Expression : call).OfType<IMethodSymbol>()
        .SelectMany(method => method.Parameters).Select(parameter => parameter.Name + ":").Distinct().Where(IsMeant).Select(text => new Completion(text, "variable"));

    private IEnumerable<Completion> Symbols(IEnumerable<ISymbol> symbols, params Completion[] others) => symbols
        .Where(symbol => IsMeant(symbol.Name) && symbol.CanBeReferencedByName && !IsLater(symbol) && !symbol.GetAttributes().Any(Hides))
        .DistinctBy(symbol => symbol.Name).Select(symbol => (Own: symbol.Locations.Any(place => place.IsInSource), Item: Describe(symbol)))
        .Concat(others.Where(item => IsMeant(item.Text)).Select(item => (Own: false, Item: item)))
        .OrderByDescending(one => one.Own).ThenBy(one => one.Item.Text, StringComparer.OrdinalIgnoreCase).Select(one => one.Item);

    private static Completion Describe(ISymbol symbol) => new(
        SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None ? symbol.Name : "@" + symbol.Name, Kind(symbol),
        symbol is IMethodSymbol ? symbol.ToDisplayString(Signature) : null);

    private bool IsMeant(string text) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && text != Placeholder;
    private bool IsLater(ISymbol symbol) => symbol is ILocalSymbol && symbol.Locations.Any(place => place.SourceTree == model.SyntaxTree && place.SourceSpan.Start > position);
    private static bool IsSettable(ISymbol symbol) => symbol is IPropertySymbol { IsStatic: false, SetMethod: not null, IsIndexer: false } or IFieldSymbol { IsStatic: false, IsReadOnly: false };
    private static bool IsOfObject(ISymbol symbol) => symbol.ContainingType is { SpecialType: SpecialType.System_Object };
    private static bool Hides(AttributeData attribute) => attribute.AttributeClass?.Name == nameof(ObsoleteAttribute)
        || attribute is { AttributeClass.Name: nameof(System.ComponentModel.EditorBrowsableAttribute), ConstructorArguments: [{ Value: (int)System.ComponentModel.EditorBrowsableState.Never }] };

    private static string Kind(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "function",
        IPropertySymbol => "property",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enumMember",
        IFieldSymbol { ContainingType.IsScriptClass: false } => "field",
        IEventSymbol => "event",
        INamespaceSymbol => "module",
        ITypeSymbol { TypeKind: TypeKind.Struct or TypeKind.Interface or TypeKind.Enum } type => type.TypeKind.ToString().ToLowerInvariant(),
        ITypeSymbol { TypeKind: TypeKind.TypeParameter } => "typeParameter",
        ITypeSymbol => "class",
        _ => "variable",
    };
}

using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace FromScratch.Notebooks;

/// <summary>A symbol's XML documentation: from the cell that declares it, the .xml beside its dll, or the SDK's reference pack.</summary>
internal static class Documentation
{
    private static readonly string[] Framework = FindFramework();

    public static XElement Of(ISymbol symbol, Compilation compilation)
    {
        symbol = ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol).OriginalDefinition;
        var member = symbol.GetDocumentationCommentXml() is ['<', 'm', ..] written ? XElement.Parse(written) : Find(symbol, compilation, symbol.GetDocumentationCommentId()!);
        foreach (var inherited in member.Elements("inheritdoc").ToList())
        {
            var origin = inherited.Attribute("cref") is { } cref ? Find(symbol, compilation, cref.Value) : Origin(symbol) is { } source ? Of(source, compilation) : new("none");
            var parts = inherited.Attribute("path")?.Value.Split('/', '|');
            inherited.ReplaceWith(origin.Elements().Where(part => parts?.Contains(part.Name.LocalName) != false));
        }
        return member.HasElements ? member : symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => Of(symbol.ContainingType, compilation),
            IPropertySymbol { ContainingType.IsRecord: true } => new("member", Of(symbol.ContainingType, compilation).Elements("param")
                .Where(param => param.Attribute("name")?.Value == symbol.Name).Select(param => new XElement("summary", param.Nodes()))),
            _ => member,
        };
    }

    private static ISymbol? Origin(ISymbol symbol) => (symbol as IMethodSymbol)?.OverriddenMethod ?? (ISymbol?)(symbol as IPropertySymbol)?.OverriddenProperty
        ?? symbol.ContainingType?.AllInterfaces.SelectMany(one => one.GetMembers())
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));

    private static XElement Find(ISymbol symbol, Compilation compilation, string id)
    {
        var dll = symbol.ContainingAssembly is { } assembly ? (compilation.GetMetadataReference(assembly) as PortableExecutableReference)?.FilePath : null;
        // The runtime's assemblies are not those that the reference pack documents: most of System is in one file there.
        var files = Path.GetDirectoryName(dll) == Dotnet.Runtime ? Framework.OrderByDescending(file => Path.GetFileName(file) == "System.Runtime.xml") : new[] { Path.ChangeExtension(dll, ".xml") }.Where(File.Exists);
        foreach (var file in files)
        {
            using var reader = XmlReader.Create(file!);
            try
            {
                while (reader.ReadToFollowing("member"))
                    if (reader.GetAttribute("name") == id) return (XElement)XNode.ReadFrom(reader);
            }
            catch (XmlException) { } // A broken file documents what stands before the break.
        }
        return new("none");
    }

    private static string[] FindFramework()
    {
        var pack = new DirectoryInfo(Path.Combine(Dotnet.Runtime, "../../../packs/Microsoft.NETCore.App.Ref"));
        return !pack.Exists ? [] : [.. pack.EnumerateDirectories($"{Environment.Version.Major}.*").Take(1).SelectMany(version => Directory.EnumerateFiles(version.FullName, "*.xml", SearchOption.AllDirectories))];
    }
}

namespace FromScratch.Notebooks;

/// <summary>What may be written in place of <c>code[Start..End]</c>, positions in UTF-16 units.</summary>
public sealed record CompletionList(int Start, int End, IReadOnlyList<Completion> Items);

/// <summary>One proposal.</summary>
/// <param name="Text">What to insert.</param>
/// <param name="Kind">In the words of editors: function, property, field, class, struct, interface, enum, enumMember, event, variable, module, typeParameter, keyword, file or folder.</param>
/// <param name="Signature">A method's name and parameters.</param>
public sealed record Completion(string Text, string Kind, string? Signature = null);

using FromScratch.Notebooks;

namespace FromScratch.Site;

/// <summary>One notebook.</summary>
/// <param name="Committed">As it stands in its file, with its static pictures.</param>
/// <param name="Run">With the outputs of a run, figures among them.</param>
public sealed record Lesson(NotebookDocument Committed, NotebookDocument Run);

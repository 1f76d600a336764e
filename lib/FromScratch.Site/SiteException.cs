namespace FromScratch.Site;

/// <summary>The site cannot be written, and nothing was; the message says what to do about it.</summary>
/// <param name="message">One line a problem.</param>
public sealed class SiteException(string message) : Exception(message);

using System.Text;

namespace FromScratch.Site;

/// <summary>The whole course as static HTML that needs no server, no network and no kernel.</summary>
public sealed class Course
{
    private readonly List<LessonPage> pages;
    private readonly List<string> problems = [];
    private IReadOnlyDictionary<Formula, Typeset> typeset = new Dictionary<Formula, Typeset>();

    /// <param name="lessons">The notebooks in reading order.</param>
    /// <exception cref="SiteException">Two of them would be the same page.</exception>
    public Course(IReadOnlyList<Lesson> lessons)
    {
        pages = [.. lessons.Select(lesson => new LessonPage(lesson))];
        if (pages.Select(page => page.Name).Append("index").CountBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(name => name.Value > 1).Key is { } twice)
            throw new SiteException($"{twice}.html: expected one notebook for each page.");
    }

    /// <summary>Writes the site, whole or not at all.</summary>
    /// <param name="folder">Where to; see <see cref="SiteFolder.Check"/>.</param>
    /// <param name="tools">What an author has installed.</param>
    /// <exception cref="SiteException">A link leads nowhere, a formula cannot be typeset, or the folder is not ours; nothing was changed.</exception>
    public void Write(string folder, AuthorTools tools)
    {
        var files = Files(tools.Typeset);
        SiteFolder.Replace(folder, fresh =>
        {
            Directory.CreateDirectory(Path.Combine(fresh, "assets", "pictures"));
            tools.CopyTo(Path.Combine(fresh, "assets"));
            foreach (var (name, content) in files)
                File.WriteAllBytes(Path.Combine(fresh, name), content);
            foreach (var page in pages)
                File.Copy(page.Run.Name, Path.Combine(fresh, page.Name + ".ipynb"));
        });
    }

    /// <summary>Every file but those copied.</summary>
    internal IReadOnlyDictionary<string, byte[]> Files(Func<IReadOnlyList<Formula>, IReadOnlyDictionary<Formula, Typeset>> typesetter)
    {
        typeset = typesetter([.. pages.SelectMany(page => page.Prose).SelectMany(ProseWriter.Formulas).Distinct()]);
        var files = new Dictionary<string, byte[]>();
        void Add(string name, string text) => files[name] = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < pages.Count; i++)
            Add(pages[i].File, new LessonWriter(pages[i], pages.ElementAtOrDefault(i - 1), pages.ElementAtOrDefault(i + 1), WriterFor(pages[i])).Html());
        foreach (var page in pages.Where(page => page.Picture is not null))
            files[page.PictureFile] = Convert.FromBase64String(page.Picture!);
        Add("index.html", IndexWriter.Html(pages, WriterFor));
        Add("assets/site.css", Template.Read("site.css"));
        Add("assets/site.js", Template.Read("site.js"));
        return problems.Count == 0 ? files : throw new SiteException(string.Join('\n', problems.Distinct()));
    }

    private ProseWriter WriterFor(LessonPage page) => new((url, picture) => Link(page, url, picture), formula => Maths(page, formula));

    private string Maths(LessonPage page, Formula formula)
    {
        if (typeset[formula].Html is { } html)
            return html;
        problems.Add($"{page.Name}: the formula {formula.Tex.Trim()} cannot be typeset: {typeset[formula].Error}");
        return "";
    }

    /// <summary>Where a link of a notebook leads on the site.</summary>
    private string? Link(LessonPage from, string url, bool picture)
    {
        if (picture)
        {
            problems.Add($"{from.Name}: the picture {url} is not on the site: show it from a cell instead.");
            return null;
        }

        if (Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https")
            return url;
        var parts = url.Split('#', 2);
        var page = parts[0].Length == 0 ? from : pages.FirstOrDefault(page => page.Name + ".ipynb" == parts[0]);
        if (page is null)
            problems.Add($"{from.Name}: the link {url} leads nowhere: expected http(s)://…, #Section or the notebook of another lesson.");
        else if (parts.Length == 1)
            return page.File;
        else if (page.Find(Uri.UnescapeDataString(parts[1])) is { } id)
            return (page == from ? "" : page.File) + "#" + id;
        else
            problems.Add($"{from.Name}: the link {url} leads nowhere: {page.Name} has no section {parts[1]}.");
        return null;
    }
}

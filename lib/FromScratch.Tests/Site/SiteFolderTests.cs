using FromScratch.Site;
using FromScratch.Tests.Documents;
using FromScratch.Tests.Running;

namespace FromScratch.Tests.Site;

public sealed class SiteFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Site => folder["site"];

    public void Dispose() => folder.Dispose();

    private void Build(string content) => SiteFolder.Replace(Site, fresh =>
    {
        Directory.CreateDirectory(Path.Combine(fresh, "assets"));
        File.WriteAllText(Path.Combine(fresh, "assets", "a.css"), "");
        File.WriteAllText(Path.Combine(fresh, "index.html"), content);
    });

    [Fact]
    public void A_site_takes_the_place_of_an_older_one_whole()
    {
        Build("old");
        File.WriteAllText(Path.Combine(Site, "index.html"), "touched by hand");
        Build("new");
        Assert.Equal("new", File.ReadAllText(Path.Combine(Site, "index.html")));
        Assert.Equal(["site"], folder.Names);
    }

    [Theory]
    [InlineData("mine.txt")]
    [InlineData("assets/mine.txt")]
    [InlineData(".git")]
    public void A_folder_with_a_foreign_file_is_refused_and_left_as_it_is(string foreign)
    {
        Build("old");
        File.WriteAllText(Path.Combine(Site, foreign), "mine");
        var failure = Assert.Throws<SiteException>(() => Build("new"));
        Assert.Contains($"it holds {foreign}, which `site` did not write", failure.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Site, foreign)));
        Assert.Equal("old", File.ReadAllText(Path.Combine(Site, "index.html")));
        Assert.Equal(["site"], folder.Names);
    }

    [Fact]
    public void A_build_that_fails_leaves_the_older_site()
    {
        Build("old");
        Assert.Throws<InvalidOperationException>(() => SiteFolder.Replace(Site, _ => throw new InvalidOperationException()));
        Assert.Equal("old", File.ReadAllText(Path.Combine(Site, "index.html")));
        Assert.Equal(["site"], folder.Names);
    }

    [Fact]
    public async Task The_command_refuses_before_it_runs_a_lesson()
    {
        Directory.CreateDirectory(Site);
        File.WriteAllText(folder["site/mine.txt"], "mine");
        var foreign = await Command.Run(Repository.Root, "site", Site);
        Assert.Equal(1, foreign.ExitCode);
        Assert.Contains("it holds mine.txt", foreign.FirstErrorLine, StringComparison.Ordinal);
        Assert.Empty(foreign.Out);

        var nothing = await Command.Run(Repository.Root, "site", folder["new"], folder["none"]);
        Assert.Equal(2, nothing.ExitCode);
        Assert.False(Directory.Exists(folder["new"]));
    }

    [Fact]
    public async Task What_is_not_installed_is_named_with_the_command_that_installs_it()
    {
        using var notebooks = new NotebookFolder();
        notebooks.Add("01-one.ipynb", "1 + 1");
        Directory.CreateDirectory(notebooks.FileOf(".ci/browser"));
        File.WriteAllText(notebooks.FileOf(".ci/browser/package.json"), "{}");
        var command = await Command.Run(notebooks.Path, "site", Site, notebooks.Path);
        Assert.Equal(1, command.ExitCode);
        Assert.Contains("Run: npm install --prefix .ci/browser", command.FirstErrorLine, StringComparison.Ordinal);
        Assert.Empty(command.Out);
    }
}

namespace FromScratch.Tests;

public sealed class DataFolderTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory();

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void The_folder_is_found_from_far_below()
    {
        var data = root.CreateSubdirectory("data");
        File.WriteAllText(Path.Combine(data.FullName, "cars.csv"), "");
        var below = root.CreateSubdirectory("notebooks/deep/deeper");

        Assert.Equal(data.FullName, DataFolder.FindFrom(below.FullName));
    }

    [Fact]
    public void A_folder_of_that_name_without_the_course_data_is_passed_over()
    {
        var data = root.CreateSubdirectory("data");
        File.WriteAllText(Path.Combine(data.FullName, "cars.csv"), "");
        var below = root.CreateSubdirectory("mine");
        below.CreateSubdirectory("data");

        Assert.Equal(data.FullName, DataFolder.FindFrom(below.FullName));
    }

    [Fact]
    public void The_second_start_counts_where_the_first_has_none()
    {
        var course = root.CreateSubdirectory("course");
        var data = course.CreateSubdirectory("data");
        File.WriteAllText(Path.Combine(data.FullName, "cars.csv"), "");

        Assert.Equal(data.FullName, DataFolder.FindFrom(root.FullName, course.FullName));
    }

    [Fact]
    public void A_missing_folder_is_reported_with_where_it_was_looked_for()
    {
        var error = Assert.Throws<DirectoryNotFoundException>(() => DataFolder.FindFrom(root.FullName));

        Assert.Contains($"at or above {root.FullName}, found none", error.Message, StringComparison.Ordinal);
    }
}

namespace FromScratch.Tests;

public class SmokeTests
{
    [Fact]
    public void One_is_one() => Assert.Equal(1, int.Parse("1", null));
}

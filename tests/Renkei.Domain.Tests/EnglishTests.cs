namespace Renkei.Domain.Tests;

public sealed class EnglishTests
{
    [Theory]
    [InlineData(0, "0 replies")]
    [InlineData(1, "1 reply")]
    [InlineData(2, "2 replies")]
    [InlineData(21, "21 replies")]
    public void Count_NumberOfThings_OneStandsAlone(int count, string expected) =>
        Assert.Equal(expected, English.Count(count, "reply", "replies"));

    [Theory]
    [InlineData(1, "1 business day")]
    [InlineData(3, "3 business days")]
    public void Count_RegularNoun_TakesAnS(int count, string expected) =>
        Assert.Equal(expected, English.Count(count, "business day"));
}

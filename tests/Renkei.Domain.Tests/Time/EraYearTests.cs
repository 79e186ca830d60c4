using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Time;

public sealed class EraYearTests
{
    [Theory]
    [InlineData(2019, 5, 1, "令和元年", "Reiwa 1")]
    [InlineData(2019, 4, 30, "平成31年", "Heisei 31")]
    [InlineData(2019, 12, 31, "令和元年", "Reiwa 1")]
    [InlineData(2020, 1, 1, "令和2年", "Reiwa 2")]
    [InlineData(2026, 12, 4, "令和8年", "Reiwa 8")]
    [InlineData(1989, 1, 8, "平成元年", "Heisei 1")]
    [InlineData(1989, 1, 7, "昭和64年", "Showa 64")]
    [InlineData(1926, 12, 25, "昭和元年", "Showa 1")]
    [InlineData(1927, 1, 1, "昭和2年", "Showa 2")]
    [InlineData(1945, 3, 1, "昭和20年", "Showa 20")]
    public void Of_Day_IsTheYearOfItsEra(int year, int month, int day, string ja, string en) =>
        Assert.Equal(new LocalText(ja, en), EraYear.Of(new(year, month, day)).Name);

    [Fact]
    public void Of_BeforeShowa_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EraYear.Of(new(1926, 12, 24)));
}

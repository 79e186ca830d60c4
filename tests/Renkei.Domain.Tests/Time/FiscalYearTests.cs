using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Time;

public sealed class FiscalYearTests
{
    [Theory]
    [InlineData(2026, 3, 31, 2025)]
    [InlineData(2026, 4, 1, 2026)]
    [InlineData(2026, 12, 31, 2026)]
    [InlineData(2027, 1, 1, 2026)]
    [InlineData(2028, 2, 29, 2027)]
    public void Of_Day_IsTheYearItBeganIn(int year, int month, int day, int expected) =>
        Assert.Equal(expected, FiscalYear.Of(new(year, month, day)).Year);

    [Theory]
    [InlineData("2026-03-31T14:59:59Z", 2025)] // 31 March 23:59:59 in Japan
    [InlineData("2026-03-31T15:00:00Z", 2026)] // 1 April 00:00:00 in Japan
    [InlineData("2026-03-31T23:59:59+09:00", 2025)]
    [InlineData("2026-04-01T00:00:00+09:00", 2026)]
    [InlineData("2026-03-31T11:00:00-04:00", 2026)]
    public void Containing_Instant_GoesByTheDayInJapan(string instant, int expected) =>
        Assert.Equal(expected, FiscalYear.Containing(DateTimeOffset.Parse(instant)).Year);

    [Fact]
    public void Days_FiscalYear_RunFromAprilToMarch()
    {
        FiscalYear year = new(2026);

        Assert.Equal(new DateOnly(2026, 4, 1), year.FirstDay);
        Assert.Equal(new DateOnly(2027, 3, 31), year.LastDay);
        Assert.True(year.Contains(new(2026, 4, 1)));
        Assert.True(year.Contains(new(2027, 3, 31)));
        Assert.False(year.Contains(new(2026, 3, 31)));
        Assert.False(year.Contains(new(2027, 4, 1)));
    }

    [Theory]
    [InlineData(2026, "令和8年度", "FY2026")]
    [InlineData(2020, "令和2年度", "FY2020")]
    [InlineData(2019, "令和元年度", "FY2019")]
    [InlineData(2018, "平成30年度", "FY2018")]
    [InlineData(1989, "平成元年度", "FY1989")]
    [InlineData(1988, "昭和63年度", "FY1988")]
    [InlineData(1927, "昭和2年度", "FY1927")]
    public void Label_Year_CountsInTheEra(int year, string ja, string en) =>
        Assert.Equal(new LocalText(ja, en), new FiscalYear(year).Label);

    [Theory]
    [InlineData(2026, 4, 1, 1)]
    [InlineData(2026, 4, 5, 1)] // Sunday
    [InlineData(2026, 4, 6, 2)]
    [InlineData(2026, 11, 16, 34)]
    [InlineData(2026, 11, 22, 34)]
    [InlineData(2027, 3, 31, 53)]
    public void WeekOf_Day_CountsMondaysFromTheWeekOf1April(int year, int month, int day, int expected) =>
        Assert.Equal(expected, new FiscalYear(2026).WeekOf(new(year, month, day)));

    [Fact]
    public void WeekOf_1AprilOnSunday_IsWeek1AndMondayIsWeek2()
    {
        FiscalYear year = new(2029);

        Assert.Equal(1, year.WeekOf(new(2029, 4, 1)));
        Assert.Equal(2, year.WeekOf(new(2029, 4, 2)));
    }

    [Fact]
    public void WeekOf_DayOfAnotherYear_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FiscalYear(2026).WeekOf(new(2026, 3, 31)));

    [Theory]
    [InlineData(1926)]
    [InlineData(3000)]
    public void Constructor_YearOutOfRange_Throws(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FiscalYear(year));

    [Fact]
    public void Neighbours_FiscalYear_AreOneYearAway()
    {
        Assert.Equal(new FiscalYear(2025), new FiscalYear(2026).Previous);
        Assert.Equal(new FiscalYear(2027), new FiscalYear(2026).Next);
    }
}

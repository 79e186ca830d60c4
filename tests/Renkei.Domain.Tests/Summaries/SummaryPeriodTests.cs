using Renkei.Domain.Summaries;

namespace Renkei.Domain.Tests.Summaries;

public sealed class SummaryPeriodTests
{
    private static readonly DateOnly Friday = new(2026, 12, 4);

    [Theory]
    [InlineData("2026-12-04", "w20261130", "2026-12-06")]
    [InlineData("2026-11-30", "w20261130", "2026-12-06")]
    [InlineData("2026-12-06", "w20261130", "2026-12-06")]
    [InlineData("2027-01-01", "w20261228", "2027-01-03")]
    public void Of_AnyDayOfAWeek_IsMondayToSunday(string day, string code, string last)
    {
        SummaryPeriod week = SummaryPeriod.Of(PeriodKind.Week, Day(day));

        Assert.Equal((code, Day(last)), (week.Code, week.Last));
    }

    [Fact]
    public void Of_MonthAndFiscalYear_EndOnTheirLastDay()
    {
        Assert.Equal(new(2028, 2, 29), SummaryPeriod.Of(PeriodKind.Month, new(2028, 2, 3)).Last);
        Assert.Equal(new(2027, 3, 31), SummaryPeriod.Of(PeriodKind.FiscalYear, new(2027, 3, 31)).Last);
        Assert.Equal("y20260401", SummaryPeriod.Of(PeriodKind.FiscalYear, new(2027, 3, 31)).Code);
    }

    [Fact]
    public void Years_WeekWithFirstOfApril_TouchesTwo()
    {
        SummaryPeriod week = SummaryPeriod.Of(PeriodKind.Week, new(2027, 4, 1));

        Assert.Equal([2026, 2027], week.Years.Select(y => y.Year));
        Assert.Equal([2027], week.Next.Years.Select(y => y.Year));
    }

    [Fact]
    public void UsualOn_Monday_IsLastWeek()
    {
        Assert.Equal("w20261123", SummaryPeriod.UsualOn(new(2026, 11, 30)).Code);
        Assert.Equal("w20261130", SummaryPeriod.UsualOn(new(2026, 12, 1)).Code);
    }

    [Fact]
    public void StandpointOn_WhetherOver_IsTheDayAfterOrToday()
    {
        SummaryPeriod week = SummaryPeriod.Of(PeriodKind.Week, Friday);

        Assert.Equal(Friday, week.StandpointOn(Friday));
        Assert.Equal(new(2026, 12, 7), week.StandpointOn(new(2027, 3, 1)));
    }

    [Theory]
    [InlineData("w20261130")]
    [InlineData("m20261101")]
    [InlineData("y20260401")]
    public void TryParse_ItsOwnCode_IsThePeriod(string code)
    {
        Assert.True(SummaryPeriod.TryParse(code, out SummaryPeriod? period));
        Assert.Equal(code, period.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("w20261201")]
    [InlineData("m20261102")]
    [InlineData("d20261130")]
    [InlineData("w99991227")]
    [InlineData("w00010101")]
    [InlineData("w2026113")]
    [InlineData("w20261130 ")]
    [InlineData("w２０２６１１３")]
    public void TryParse_AnythingElse_IsRefused(string? code) => Assert.False(SummaryPeriod.TryParse(code, out _));

    [Theory]
    [InlineData("週次まとめ 先週", "w20261123")]
    [InlineData("先々週", "w20261116")]
    [InlineData("今週のまとめ", "w20261130")]
    [InlineData("12/1の週", "w20261130")]
    [InlineData("１１／２の週", "w20261102")]
    [InlineData("11月2日の週", "w20261102")]
    [InlineData("12/31の週", "w20251229")]
    [InlineData("2026-04-01の週", "w20260330")]
    [InlineData("week of 11/2", "w20261102")]
    [InlineData("last week", "w20261123")]
    [InlineData("今月", "m20261201")]
    [InlineData("先月", "m20261101")]
    [InlineData("11月のまとめ", "m20261101")]
    [InlineData("1月", "m20260101")]
    [InlineData("12月", "m20261201")]
    [InlineData("2025年3月", "m20250301")]
    [InlineData("令和7年3月", "m20250301")]
    [InlineData("November", "m20261101")]
    [InlineData("summary of Mar 2025", "m20250301")]
    [InlineData("今年度", "y20260401")]
    [InlineData("昨年度", "y20250401")]
    [InlineData("令和8年度", "y20260401")]
    [InlineData("令和元年度", "y20190401")]
    [InlineData("FY2025", "y20250401")]
    [InlineData("２０２４年度", "y20240401")]
    public void Find_Words_NameAPeriod(string text, string code) =>
        Assert.Equal(code, PeriodWords.Find(text, Friday).Period?.Code);

    [Theory]
    [InlineData("週次まとめ")]
    [InlineData("東部保健所")]
    [InlineData("2/30の週")]
    [InlineData("13月")]
    [InlineData("令和99年度")]
    [InlineData("\ud83d")]
    public void Find_NoPeriod_IsNone(string text) => Assert.Null(PeriodWords.Find(text, Friday).Period);

    [Fact]
    public void Find_PeriodAmongOtherWords_LeavesThem() =>
        Assert.Equal("東部   認知症", PeriodWords.Find("東部 先週 認知症", Friday).Left);

    private static DateOnly Day(string day) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

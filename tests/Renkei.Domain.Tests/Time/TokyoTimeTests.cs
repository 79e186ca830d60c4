using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Time;

public sealed class TokyoTimeTests
{
    private static readonly DateTimeOffset Council = new(2026, 12, 4, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Full_Instant_ShowsDayWeekdayAndTime()
    {
        Assert.Equal("2026年12月4日(金) 14:00", TokyoTime.Full(Council, Language.Japanese));
        Assert.Equal("Fri 4 Dec 2026, 14:00", TokyoTime.Full(Council, Language.English));
    }

    [Fact]
    public void Brief_Instant_LeavesTheYearOut()
    {
        Assert.Equal("12/4(金) 14:00", TokyoTime.Brief(Council, Language.Japanese));
        Assert.Equal("Fri 4 Dec, 14:00", TokyoTime.Brief(Council, Language.English));
    }

    [Theory]
    [InlineData(2026, 11, 15, "11/15(日)", "Sun 15 Nov")]
    [InlineData(2026, 11, 16, "11/16(月)", "Mon 16 Nov")]
    [InlineData(2026, 11, 17, "11/17(火)", "Tue 17 Nov")]
    [InlineData(2026, 11, 18, "11/18(水)", "Wed 18 Nov")]
    [InlineData(2026, 11, 19, "11/19(木)", "Thu 19 Nov")]
    [InlineData(2028, 2, 29, "2/29(火)", "Tue 29 Feb")]
    [InlineData(2026, 11, 21, "11/21(土)", "Sat 21 Nov")]
    public void Brief_Day_HasTheWeekday(int year, int month, int day, string ja, string en)
    {
        Assert.Equal(ja, TokyoTime.Brief(new DateOnly(year, month, day), Language.Japanese));
        Assert.Equal(en, TokyoTime.Brief(new DateOnly(year, month, day), Language.English));
    }

    [Theory]
    [InlineData(2026, 12, 4, "令和8年12月4日(金)", "Fri 4 Dec, Reiwa 8")]
    [InlineData(2019, 4, 30, "平成31年4月30日(火)", "Tue 30 Apr, Heisei 31")]
    [InlineData(2019, 5, 1, "令和元年5月1日(水)", "Wed 1 May, Reiwa 1")]
    [InlineData(2024, 2, 29, "令和6年2月29日(木)", "Thu 29 Feb, Reiwa 6")]
    public void WithEra_Day_CountsInTheEra(int year, int month, int day, string ja, string en)
    {
        Assert.Equal(ja, TokyoTime.WithEra(new(year, month, day), Language.Japanese));
        Assert.Equal(en, TokyoTime.WithEra(new(year, month, day), Language.English));
    }

    [Theory]
    [InlineData("2026-03-31T14:59:59Z", "2026年3月31日(火) 23:59")]
    [InlineData("2026-03-31T15:00:00Z", "2026年4月1日(水) 00:00")]
    [InlineData("2026-12-31T15:00:00Z", "2027年1月1日(金) 00:00")]
    [InlineData("2028-02-28T15:00:00Z", "2028年2月29日(火) 00:00")]
    [InlineData("2028-02-29T15:00:00Z", "2028年3月1日(水) 00:00")]
    public void Full_InstantAtABorder_IsTheDayInJapan(string instant, string expected) =>
        Assert.Equal(expected, TokyoTime.Full(DateTimeOffset.Parse(instant), Language.Japanese));

    [Fact]
    public void Instant_LocalTime_IsInUtcNineHoursEarlier()
    {
        DateTimeOffset instant = TokyoTime.Instant(new(2026, 4, 1), new(8, 30));

        Assert.Equal(new DateTimeOffset(2026, 3, 31, 23, 30, 0, TimeSpan.Zero), instant);
        Assert.Equal(TimeSpan.Zero, instant.Offset);
        Assert.Equal(new DateOnly(2026, 4, 1), TokyoTime.DateOf(instant));
        Assert.Equal(new TimeOnly(8, 30), TokyoTime.TimeOf(instant));
    }

    [Fact]
    public void StartOf_Day_IsMidnightInJapan() =>
        Assert.Equal(
            new DateTimeOffset(2026, 11, 15, 15, 0, 0, TimeSpan.Zero),
            TokyoTime.StartOf(new DateOnly(2026, 11, 16))
        );

    [Fact]
    public void LocalOf_EveryMonthSince1952_AgreesWithTheTimeZoneDatabase()
    {
        var tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
        for (DateTimeOffset at = new(1952, 1, 15, 3, 4, 5, TimeSpan.Zero); at.Year < 2040; at = at.AddMonths(1))
        {
            Assert.Equal(TimeZoneInfo.ConvertTime(at, tokyo).DateTime, TokyoTime.LocalOf(at).DateTime);
        }
    }
}

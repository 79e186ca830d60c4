using Renkei.Domain.Summaries;
using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Summaries;

public sealed class ClosingDayTests
{
    [Theory]
    [InlineData("2026-12-04", "2026-11-30")]
    [InlineData("2026-12-07", "2026-12-06")]
    [InlineData("2026-12-06", "2026-11-30")]
    [InlineData("2026-12-01", "2026-11-30")]
    [InlineData("2026-11-30", "2026-11-29")]
    [InlineData("2027-04-01", "2027-03-31")]
    [InlineData("2028-03-01", "2028-02-29")]
    public void Before_Day_IsTheLastSundayOrEndOfMonth(string day, string closing) =>
        Assert.Equal(Day(closing), ClosingDay.Before(Day(day)));

    [Fact]
    public void PassedBetween_MidnightInJapan_Decides()
    {
        DateTimeOffset lastMinute = TokyoTime.Instant(new(2026, 12, 6), new(23, 59));
        DateTimeOffset monday = TokyoTime.StartOf(new(2026, 12, 7));

        Assert.Equal(new(2026, 12, 6), ClosingDay.PassedBetween(lastMinute, monday));
        Assert.Null(ClosingDay.PassedBetween(monday, monday.AddHours(3)));
        // The Sunday is not over yet.
        Assert.Null(ClosingDay.PassedBetween(lastMinute.AddDays(-3), lastMinute));
    }

    [Fact]
    public void PassedBetween_SeveralClosingDays_NamesTheNewest() =>
        Assert.Equal(
            new(2026, 12, 6),
            ClosingDay.PassedBetween(
                TokyoTime.Instant(new(2026, 10, 1), new(9, 0)),
                TokyoTime.Instant(new(2026, 12, 8), new(9, 0))
            )
        );

    [Fact]
    public void PassedBetween_ClockGoneBack_IsNone() =>
        Assert.Null(
            ClosingDay.PassedBetween(
                TokyoTime.Instant(new(2026, 12, 8), new(9, 0)),
                TokyoTime.Instant(new(2026, 12, 1), new(9, 0))
            )
        );

    [Fact]
    public void Timeline_AtADay_IsTheFirstStatePutAsideSince()
    {
        Timeline<string> line = new([new(new(2026, 11, 8), "one"), new(new(2026, 11, 29), "two")], "three");

        Assert.Equal("one", line.At(new(2026, 11, 1)));
        Assert.Equal("one", line.At(new(2026, 11, 8)));
        Assert.Equal("two", line.At(new(2026, 11, 15)));
        Assert.Equal("three", line.At(new(2026, 11, 30)));
    }

    [Fact]
    public void Timeline_NotInOrder_IsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            new Timeline<string>([new(new(2026, 11, 29), "two"), new(new(2026, 11, 8), "one")], null)
        );

    private static DateOnly Day(string day) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

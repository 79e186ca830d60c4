using Renkei.Domain.Summaries;
using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Summaries;

public sealed class WeeklyTimeTests
{
    [Theory]
    [InlineData("毎週月曜9時", "毎週月曜 9:00")]
    [InlineData("毎週月曜", "毎週月曜 9:00")]
    [InlineData("毎週火曜日 午後1時半", "毎週火曜 13:30")]
    [InlineData("毎週金曜１６：４５", "毎週金曜 16:45")]
    [InlineData("毎週木曜 8時15分にお願いします", "毎週木曜 8:15")]
    [InlineData("every Wednesday at 2 pm", "毎週水曜 14:00")]
    [InlineData("every monday 9:30", "毎週月曜 9:30")]
    public void Find_Words_NameATime(string text, string name) => Assert.Equal(name, WeeklyTime.Find(text)?.Name.Ja);

    [Theory]
    [InlineData("毎週")]
    [InlineData("毎週日曜9時")]
    [InlineData("毎週土曜")]
    [InlineData("毎週月曜5時")]
    [InlineData("毎週月曜21時")]
    [InlineData("毎週月曜9:75")]
    [InlineData("every sunday")]
    public void Find_NoTimeOrNoneThatIsPossible_IsNone(string text) => Assert.Null(WeeklyTime.Find(text));

    [Fact]
    public void Around_HolidayOnMonday_IsTuesdayAtTheSameTime()
    {
        // Monday 23 November 2026 is 勤労感謝の日.
        IReadOnlyList<WeeklySlot> slots = WeeklyTime.Usual.Around(At(11, 20), BusinessDays.National);

        Assert.Equal(
            ["11/2(月) 9:00", "11/9(月) 9:00", "11/16(月) 9:00", "11/24(火) 9:00", "11/30(月) 9:00"],
            slots.Select(s => TokyoTime.Brief(s.At, Language.Japanese).Replace("09:", "9:", StringComparison.Ordinal))
        );
        Assert.Equal("w20261116", slots[3].Period.Code);
        Assert.True(slots[3].IsMoved);
        Assert.False(slots[2].IsMoved);
    }

    [Fact]
    public void Around_OnTheDay_HasTodayAndTheNextOne()
    {
        IReadOnlyList<WeeklySlot> slots = WeeklyTime.Usual.Around(At(12, 7), BusinessDays.National);

        Assert.Equal([new(2026, 12, 7), new(2026, 12, 14)], slots.Skip(3).Select(s => s.Meant));
    }

    [Fact]
    public void Period_OnOtherDaysThanMonday_IsTheWeekSoFar() =>
        Assert.Equal("w20261130", new WeeklySlot(new(2026, 12, 4), At(12, 4)).Period.Code);

    [Fact]
    public void New_Weekend_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeeklyTime(DayOfWeek.Saturday, new(9, 0)));

    private static DateTimeOffset At(int month, int day) => TokyoTime.Instant(new(2026, month, day), new(10, 0));
}

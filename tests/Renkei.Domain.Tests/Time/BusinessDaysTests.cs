using FsCheck;
using FsCheck.Fluent;
using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Time;

public sealed class BusinessDaysTests
{
    private static readonly BusinessDays Tobu = new([
        LocalClosure.Parse("06-19 開庁記念日"),
        LocalClosure.Parse("2026-08-13..2026-08-14 夏の一斉休業"),
    ]);

    [Theory]
    [InlineData("2026-11-20", null)] // Friday
    [InlineData("2026-11-21", "土曜日")]
    [InlineData("2026-11-22", "日曜日")]
    [InlineData("2026-11-23", "勤労感謝の日")]
    [InlineData("2026-11-24", null)]
    [InlineData("2026-12-28", null)]
    [InlineData("2026-12-29", "年末年始")]
    [InlineData("2027-01-01", "元日")]
    [InlineData("2027-01-03", "年末年始")]
    [InlineData("2027-01-04", null)]
    [InlineData("2026-06-19", "開庁記念日")]
    [InlineData("2027-06-18", null)]
    [InlineData("2027-06-19", "土曜日")]
    [InlineData("2026-08-11", "山の日")]
    [InlineData("2026-08-12", null)]
    [InlineData("2026-08-13", "夏の一斉休業")]
    [InlineData("2026-08-14", "夏の一斉休業")]
    [InlineData("2027-08-13", null)]
    public void WhyClosed_Day_SaysTheReason(string day, string? reason)
    {
        Assert.Equal(reason, Tobu.WhyClosed(Day(day))?.Ja);
        Assert.Equal(reason is null, Tobu.IsBusinessDay(Day(day)));
    }

    [Fact]
    public void National_LocalClosure_IsABusinessDay() =>
        Assert.True(BusinessDays.National.IsBusinessDay(new(2026, 6, 19)));

    [Theory]
    [InlineData("2026-11-20", 1, "2026-11-24")]
    [InlineData("2026-11-20", 2, "2026-11-25")]
    [InlineData("2026-11-21", 1, "2026-11-24")]
    [InlineData("2026-11-24", -1, "2026-11-20")]
    [InlineData("2026-11-22", -1, "2026-11-20")]
    [InlineData("2026-11-22", 0, "2026-11-22")]
    [InlineData("2026-12-28", 1, "2027-01-04")]
    [InlineData("2027-01-04", -1, "2026-12-28")]
    [InlineData("2026-12-04", -20, "2026-11-05")]
    [InlineData("2026-12-04", -10, "2026-11-19")]
    [InlineData("2026-12-04", -5, "2026-11-27")]
    [InlineData("2026-05-01", 1, "2026-05-07")]
    [InlineData("2026-09-18", 1, "2026-09-24")]
    [InlineData("2019-04-26", 1, "2019-05-07")]
    [InlineData("2026-08-12", 1, "2026-08-17")]
    public void AddBusinessDays_Count_LandsOnTheDay(string from, int count, string to) =>
        Assert.Equal(Day(to), Tobu.AddBusinessDays(Day(from), count));

    [Theory]
    [InlineData("2026-11-20", "2026-11-24")]
    [InlineData("2026-11-23", "2026-11-24")]
    public void Next_Day_IsTheFirstBusinessDayAfterIt(string from, string to) =>
        Assert.Equal(Day(to), Tobu.Next(Day(from)));

    [Theory]
    [InlineData("2026-11-20", "2026-11-20")]
    [InlineData("2026-11-21", "2026-11-24")]
    public void OnOrAfter_Day_IsItselfWhenTheOfficeWorks(string from, string to) =>
        Assert.Equal(Day(to), Tobu.OnOrAfter(Day(from)));

    [Theory]
    [InlineData("2026-11-20", "2026-11-20", 0)]
    [InlineData("2026-11-20", "2026-11-23", 0)]
    [InlineData("2026-11-20", "2026-11-24", 1)]
    [InlineData("2026-11-24", "2026-11-20", -1)]
    [InlineData("2026-11-05", "2026-12-04", 20)]
    [InlineData("2026-01-01", "2026-12-31", 237)]
    public void Between_Days_CountsBusinessDays(string from, string to, int count) =>
        Assert.Equal(count, Tobu.Between(Day(from), Day(to)));

    [Fact]
    public void Between_BusinessDays_UndoesAddBusinessDays() =>
        Prop.ForAll(
                (
                    from day in Gen.Choose(0, 36_000)
                    from count in Gen.Choose(-60, 60)
                    select (From: new DateOnly(2001, 1, 1).AddDays(day), Count: count)
                ).ToArbitrary(),
                (sample) =>
                {
                    DateOnly to = Tobu.AddBusinessDays(sample.From, sample.Count);
                    return Tobu.Between(sample.From, to) == sample.Count
                        && (sample.Count == 0 || Tobu.IsBusinessDay(to));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void AddBusinessDays_PastTheCalendar_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Tobu.AddBusinessDays(new(2100, 12, 28), 1));

    private static DateOnly Day(string text) => DateOnly.Parse(text);
}

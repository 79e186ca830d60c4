using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Time;

public sealed class LocalClosureTests
{
    [Fact]
    public void Parse_OneDay_IsThatDayOnly() =>
        Assert.Equal(
            new LocalClosure.Once(new(2026, 6, 19), new(2026, 6, 19), "開庁記念日"),
            LocalClosure.Parse("2026-06-19 開庁記念日")
        );

    [Fact]
    public void Parse_TwoDays_AreBothIncluded() =>
        Assert.Equal(
            new LocalClosure.Once(new(2026, 8, 13), new(2026, 8, 15), "夏の 一斉休業"),
            LocalClosure.Parse("2026-08-13..2026-08-15　夏の 一斉休業")
        );

    [Fact]
    public void Parse_MonthAndDay_IsEveryYear()
    {
        LocalClosure closure = LocalClosure.Parse("02-29 うるう日");

        Assert.Equal(new LocalClosure.Yearly(2, 29, "うるう日"), closure);
        Assert.True(closure.Covers(new(2028, 2, 29)));
        Assert.False(closure.Covers(new(2027, 3, 1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-06-19")]
    [InlineData("開庁記念日")]
    [InlineData("2026-02-29 開庁記念日")]
    [InlineData("13-01 開庁記念日")]
    [InlineData("2026-08-15..2026-08-13 夏の一斉休業")]
    [InlineData("2026-08-13..2026-08-14..2026-08-15 夏の一斉休業")]
    [InlineData("2026/06/19 開庁記念日")]
    public void Parse_SomethingElse_QuotesIt(string text) =>
        Assert.Contains(
            $"\"{text}\"",
            Assert.Throws<FormatException>(() => LocalClosure.Parse(text)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Once_EndBeforeBeginning_Throws() =>
        Assert.Throws<ArgumentException>(() => new LocalClosure.Once(new(2026, 8, 15), new(2026, 8, 13), "夏"));
}

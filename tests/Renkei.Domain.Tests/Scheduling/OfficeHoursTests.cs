using Renkei.Domain.Scheduling;

namespace Renkei.Domain.Tests.Scheduling;

public sealed class OfficeHoursTests
{
    [Fact]
    public void Of_NothingSet_IsTheUsualDay() => AssertIs("09:00-17:15 12:00-13:00", new OfficeHours([]).Of("tobu"));

    [Theory]
    [InlineData("tobu", "08:30-17:00 12:15-13:00")]
    [InlineData("chubu", "08:45-17:30 12:00-13:00")]
    [InlineData("seibu", "09:30-16:00 12:00-13:00")]
    public void Of_RulesForAllAndForOne_TheOneCounts(string centre, string expected)
    {
        OfficeHours hours = new(["tobu 08:30-17:00 12:15-13:00", "09:30-16:00", "chubu　08:45-17:30"]);

        AssertIs(expected, hours.Of(centre));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tobu")]
    [InlineData("8:30-17:15")]
    [InlineData("tobu 17:15-08:30")]
    [InlineData("tobu 08:30-17:15 13:00")]
    [InlineData("tobu 08:30-17:15 12:00-13:00 more")]
    public void New_SomethingElse_IsQuoted(string rule) =>
        Assert.Contains(
            $"\"{rule}\"",
            Assert.Throws<FormatException>(() => new OfficeHours([rule])).Message,
            StringComparison.Ordinal
        );

    private static void AssertIs(string expected, DailyHours hours) =>
        Assert.Equal(
            expected,
            $"{hours.From:HH\\:mm}-{hours.To:HH\\:mm} {hours.Lunch!.From:HH\\:mm}-{hours.Lunch.To:HH\\:mm}"
        );
}

using System.Globalization;
using Renkei.Bot.People;

namespace Renkei.Bot.Tests.Notices;

public sealed class NoticePreferencesTests
{
    // 2026-12-04 is a Friday.
    [Theory]
    [InlineData("18:00", "08:30", "", "2026-12-04T17:59:59", "2026-12-04T17:59:59")]
    [InlineData("18:00", "08:30", "", "2026-12-04T18:00:00", "2026-12-05T08:30:00")]
    [InlineData("18:00", "08:30", "", "2026-12-05T00:00:00", "2026-12-05T08:30:00")]
    [InlineData("18:00", "08:30", "", "2026-12-05T08:30:00", "2026-12-05T08:30:00")]
    [InlineData("12:00", "13:00", "", "2026-12-04T12:30:00", "2026-12-04T13:00:00")]
    [InlineData("12:00", "13:00", "", "2026-12-04T11:59:00", "2026-12-04T11:59:00")]
    [InlineData("00:00", "00:00", "", "2026-12-04T03:00:00", "2026-12-04T03:00:00")]
    [InlineData("18:00", "08:30", "6,0", "2026-12-04T19:00:00", "2026-12-07T08:30:00")]
    [InlineData("00:00", "00:00", "6,0", "2026-12-05T09:00:00", "2026-12-07T00:00:00")]
    [InlineData("18:00", "08:30", "1,2,3,4,5,6", "2026-12-04T19:00:00", "2026-12-06T08:30:00")]
    [InlineData("00:00", "00:00", "0,1,2,3,4,5,6", "2026-12-04T19:00:00", "2026-12-04T19:00:00")]
    public void QuietUntil_Moment_IsTheFirstThatIsNotQuiet(
        string from,
        string to,
        string days,
        string moment,
        string expected
    )
    {
        NoticePreferences wishes = new(
            TimeOnly.Parse(from),
            TimeOnly.Parse(to),
            [.. days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(d => (DayOfWeek)int.Parse(d))],
            []
        );

        Assert.Equal(InJapan(expected), wishes.QuietUntil(InJapan(moment)));
    }

    private static DateTimeOffset InJapan(string time) =>
        DateTimeOffset.Parse($"{time}+09:00", CultureInfo.InvariantCulture);
}

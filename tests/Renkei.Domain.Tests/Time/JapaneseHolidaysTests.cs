using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Time;

public sealed class JapaneseHolidaysTests
{
    [Theory]
    [InlineData("2000-01-01", "元日")]
    [InlineData("2000-01-10", "成人の日")]
    [InlineData("2026-01-12", "成人の日")]
    [InlineData("2026-02-11", "建国記念の日")]
    [InlineData("2018-12-23", "天皇誕生日")]
    [InlineData("2020-02-23", "天皇誕生日")]
    [InlineData("2026-03-20", "春分の日")]
    [InlineData("2027-03-21", "春分の日")]
    [InlineData("2006-04-29", "みどりの日")]
    [InlineData("2007-04-29", "昭和の日")]
    [InlineData("2007-05-04", "みどりの日")]
    [InlineData("2026-05-03", "憲法記念日")]
    [InlineData("2026-05-05", "こどもの日")]
    [InlineData("2002-07-20", "海の日")]
    [InlineData("2003-07-21", "海の日")]
    [InlineData("2026-07-20", "海の日")]
    [InlineData("2016-08-11", "山の日")]
    [InlineData("2002-09-15", "敬老の日")]
    [InlineData("2003-09-15", "敬老の日")]
    [InlineData("2026-09-21", "敬老の日")]
    [InlineData("2026-09-23", "秋分の日")]
    [InlineData("2012-09-22", "秋分の日")]
    [InlineData("2000-10-09", "体育の日")]
    [InlineData("2019-10-14", "体育の日")]
    [InlineData("2022-10-10", "スポーツの日")]
    [InlineData("2026-11-03", "文化の日")]
    [InlineData("2026-11-23", "勤労感謝の日")]
    public void On_NationalHoliday_HasItsNameInTheYearsItHolds(string day, string name) =>
        Assert.Equal((name, HolidayKind.National), Seen(day));

    [Theory]
    [InlineData("2000-01-15")] // 成人の日 until 1999
    [InlineData("2003-07-20")] // 海の日 until 2002
    [InlineData("2004-09-15")] // 敬老の日 until 2002
    [InlineData("2000-10-10")] // 体育の日 until 1999
    [InlineData("2015-08-11")] // before 山の日
    [InlineData("2019-02-23")] // the new Emperor acceded after his birthday,
    [InlineData("2019-12-23")] // and the old one had retired before his
    [InlineData("2019-12-24")]
    [InlineData("2022-02-24")]
    public void On_DayThatWasOrWillBeOne_IsNone(string day) => Assert.Null(JapaneseHolidays.On(Day(day)));

    [Theory]
    [InlineData("2019-04-30", "国民の休日", HolidayKind.Sandwiched)]
    [InlineData("2019-05-01", "即位の日", HolidayKind.National)]
    [InlineData("2019-05-02", "国民の休日", HolidayKind.Sandwiched)]
    [InlineData("2019-05-06", "振替休日", HolidayKind.Substitute)]
    [InlineData("2019-10-22", "即位礼正殿の儀の行われる日", HolidayKind.National)]
    public void On_YearOfTheAccession_HasItsSpecialDays(string day, string name, HolidayKind kind) =>
        Assert.Equal((name, kind), Seen(day));

    [Theory]
    [InlineData("2020-07-23", "海の日")]
    [InlineData("2020-07-24", "スポーツの日")]
    [InlineData("2020-08-10", "山の日")]
    [InlineData("2021-07-22", "海の日")]
    [InlineData("2021-07-23", "スポーツの日")]
    [InlineData("2021-08-08", "山の日")]
    [InlineData("2021-08-09", "振替休日")]
    public void On_YearsOfTheGames_HasTheMovedDays(string day, string name) => Assert.Equal(name, Seen(day).Name);

    [Theory]
    [InlineData("2020-07-20")]
    [InlineData("2020-08-11")]
    [InlineData("2020-10-12")]
    [InlineData("2021-07-19")]
    [InlineData("2021-08-11")]
    [InlineData("2021-10-11")]
    public void On_YearsOfTheGames_TheUsualDayIsWorked(string day) => Assert.Null(JapaneseHolidays.On(Day(day)));

    [Theory]
    [InlineData("2006-01-02", true)] // New Year on a Sunday
    [InlineData("2001-02-12", true)]
    [InlineData("2006-05-06", false)]
    [InlineData("2008-05-06", true)] // 4 May was a Sunday, 5 May a holiday
    [InlineData("2009-05-06", true)] // 3 May was a Sunday, two holidays followed
    [InlineData("2026-05-06", true)]
    [InlineData("2003-05-06", false)] // 4 May was a Sunday, yet no holiday by name until 2006
    [InlineData("2024-08-12", true)]
    [InlineData("2027-03-22", true)]
    public void On_DayAfterAHolidayOnSunday_IsItsSubstituteByTheRuleOfTheTime(string day, bool substitute) =>
        Assert.Equal(substitute, JapaneseHolidays.On(Day(day))?.Kind == HolidayKind.Substitute);

    [Theory]
    [InlineData("2002-05-04", true)]
    [InlineData("2003-05-04", false)] // a Sunday; the rule of the time left it a Sunday
    [InlineData("2009-09-22", true)]
    [InlineData("2015-09-22", true)]
    [InlineData("2026-09-22", true)]
    [InlineData("2025-09-22", false)]
    public void On_DayBetweenTwoHolidays_IsOffByTheRuleOfTheTime(string day, bool sandwiched) =>
        Assert.Equal(sandwiched, JapaneseHolidays.On(Day(day))?.Kind == HolidayKind.Sandwiched);

    [Fact]
    public void In_2026_ListsAllInOrder() =>
        Assert.Equal(
            [
                "1/1 元日",
                "1/12 成人の日",
                "2/11 建国記念の日",
                "2/23 天皇誕生日",
                "3/20 春分の日",
                "4/29 昭和の日",
                "5/3 憲法記念日",
                "5/4 みどりの日",
                "5/5 こどもの日",
                "5/6 振替休日",
                "7/20 海の日",
                "8/11 山の日",
                "9/21 敬老の日",
                "9/22 国民の休日",
                "9/23 秋分の日",
                "10/12 スポーツの日",
                "11/3 文化の日",
                "11/23 勤労感謝の日",
            ],
            JapaneseHolidays.In(2026).Select(h => $"{h.Day.Month}/{h.Day.Day} {h.Name.Ja}")
        );

    [Theory]
    [InlineData("1999-12-31")]
    [InlineData("2101-01-01")]
    public void On_DayThatIsNotComputed_Throws(string day) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => JapaneseHolidays.On(Day(day)));

    private static (string? Name, HolidayKind? Kind) Seen(string day)
    {
        Holiday? holiday = JapaneseHolidays.On(Day(day));
        return (holiday?.Name.Ja, holiday?.Kind);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text);
}

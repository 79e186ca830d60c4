using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Time;

/// <summary>The computed holidays against a list that we did not write, day by day.</summary>
public sealed class PublishedHolidaysTests
{
    [PublishedHolidaysFact]
    public async Task On_EveryDayFrom2000To2050_IsAsPublished()
    {
        IReadOnlyDictionary<DateOnly, string> published = await PublishedHolidays.ReadAsync();
        DateOnly last = published.Keys.Max();
        List<string> differences = [];
        int holidays = 0;

        for (DateOnly day = new(2000, 1, 1); day <= last; day = day.AddDays(1))
        {
            string? expected = published.TryGetValue(day, out string? name) ? InOurWords(day, name) : null;
            string? computed = JapaneseHolidays.On(day)?.Name.Ja;
            holidays += computed is null ? 0 : 1;
            if (expected != computed)
            {
                differences.Add($"{day:yyyy-MM-dd} published {expected ?? "-"}, computed {computed ?? "-"}");
            }
        }

        Assert.Equal(new DateOnly(2050, 11, 23), last);
        Assert.Empty(differences);
        Assert.Equal(895, holidays);
    }

    /// <summary>The list names the holiday that a substitute stands for, and describes the rare ones.</summary>
    private static string InOurWords(DateOnly day, string name) =>
        name.EndsWith("振替休日", StringComparison.Ordinal)
            ? "振替休日"
            : (day, name) switch
            {
                (_, "休日") => "国民の休日",
                (_, "体育の日（スポーツの日）") => "体育の日",
                ({ Year: 2019, Month: 5 }, "休日（祝日扱い）") => "即位の日",
                ({ Year: 2019, Month: 10 }, "休日（祝日扱い）") => "即位礼正殿の儀の行われる日",
                _ => name,
            };
}

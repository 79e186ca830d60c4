using Renkei.Domain.Time;

namespace Renkei.Bot.People;

/// <summary>When and about what somebody wants no messages that Renkei sends on its own. Times are Japan's.</summary>
/// <param name="QuietFrom">Quiet every day from this time; may be later than <paramref name="QuietTo"/>, over midnight.</param>
/// <param name="QuietTo">Up to this time, which is no longer quiet; the same as <paramref name="QuietFrom"/> means no quiet hours.</param>
/// <param name="QuietDays">Days of the week that are quiet from midnight to midnight. All seven count as none.</param>
/// <param name="OptedOut">Categories that are not sent at all.</param>
internal sealed record NoticePreferences(
    TimeOnly QuietFrom,
    TimeOnly QuietTo,
    IReadOnlyList<DayOfWeek> QuietDays,
    IReadOnlyList<string> OptedOut
)
{
    private const int DaysOfWeek = 7;

    /// <summary>Everything, at any time.</summary>
    public static NoticePreferences Everything { get; } = new(default, default, [], []);

    /// <summary>The first moment from <paramref name="instant"/> on that is not quiet: the instant itself, or the end of the quiet time.</summary>
    public DateTimeOffset QuietUntil(DateTimeOffset instant)
    {
        bool hasDays = QuietDays.Distinct().Count() < DaysOfWeek;
        DateTimeOffset moment = instant;
        // Each round leaves one quiet time behind; there are at most two of them a day.
        for (int i = 0; i < 2 * DaysOfWeek + 2; i++)
        {
            DateOnly day = TokyoTime.DateOf(moment);
            TimeOnly time = TokyoTime.TimeOf(moment);
            if (hasDays && QuietDays.Contains(day.DayOfWeek))
            {
                moment = TokyoTime.StartOf(day.AddDays(1));
            }
            else if (IsQuiet(time))
            {
                moment = TokyoTime.Instant(time < QuietTo ? day : day.AddDays(1), QuietTo);
            }
            else
            {
                break;
            }
        }
        return moment;
    }

    private bool IsQuiet(TimeOnly time) =>
        QuietFrom < QuietTo
            ? time >= QuietFrom && time < QuietTo
            : QuietFrom > QuietTo && (time >= QuietFrom || time < QuietTo);
}

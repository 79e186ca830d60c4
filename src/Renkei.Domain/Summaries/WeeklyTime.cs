using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Renkei.Domain.Time;

namespace Renkei.Domain.Summaries;

/// <summary>When a summary is sent by itself: a day of the week from Monday to Friday and a time in Japan.</summary>
public sealed partial record WeeklyTime
{
    /// <summary>The earliest time.</summary>
    public static readonly TimeOnly Earliest = new(6, 0);

    /// <summary>The latest time.</summary>
    public static readonly TimeOnly Latest = new(20, 0);

    private const string DayNames = "日月火水木金土";

    /// <param name="day">Monday to Friday.</param>
    /// <param name="time">From <see cref="Earliest"/> to <see cref="Latest"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another day or time.</exception>
    public WeeklyTime(DayOfWeek day, TimeOnly time)
    {
        if (!IsPossible(day, time))
        {
            throw new ArgumentOutOfRangeException(
                nameof(time),
                time,
                "Summaries are sent on working days, 6:00 to 20:00."
            );
        }
        (Day, Time) = (day, time);
    }

    /// <summary>Monday, 9:00.</summary>
    public static WeeklyTime Usual { get; } = new(DayOfWeek.Monday, new(9, 0));

    /// <summary>The day of the week.</summary>
    public DayOfWeek Day { get; }

    /// <summary>The time in Japan.</summary>
    public TimeOnly Time { get; }

    /// <summary>毎週月曜 9:00 / every Monday, 9:00.</summary>
    public LocalText Name =>
        new($"毎週{DayNames[(int)Day]}曜 {Time.Hour}:{Time.Minute:D2}", $"every {Day}, {Time.Hour}:{Time.Minute:D2}");

    /// <summary>Whether summaries can be sent then.</summary>
    public static bool IsPossible(DayOfWeek day, TimeOnly time) =>
        day is >= DayOfWeek.Monday and <= DayOfWeek.Friday && time >= Earliest && time <= Latest;

    /// <summary>The times at which it is sent, oldest first: three past ones and two to come, about a moment.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="days">Where the day is a holiday, the next business day takes its place, at the same time.</param>
    public IReadOnlyList<WeeklySlot> Around(DateTimeOffset now, BusinessDays days)
    {
        DateOnly today = TokyoTime.DateOf(now);
        DateOnly next = today.AddDays(((int)Day - (int)today.DayOfWeek + 7) % 7);
        return
        [
            .. Enumerable
                .Range(-3, 5)
                .Select(n => next.AddDays(7 * n))
                .Select(meant => new WeeklySlot(meant, TokyoTime.Instant(days.OnOrAfter(meant), Time))),
        ];
    }

    /// <summary>Whether a text names a day of the week.</summary>
    public static bool NamesDay(string text) => DayWords.IsMatch(Folded(text));

    /// <summary>Reads 毎週月曜9時, 毎週火曜 13:30, every monday at 9; the usual time where none is named.</summary>
    /// <returns><see langword="null"/> where no day is named, or it is none on which summaries are sent.</returns>
    public static WeeklyTime? Find(string text)
    {
        string folded = Folded(text);
        if (DayWords.Match(folded) is not { Success: true } named)
        {
            return null;
        }
        int day = named.Groups["ja"].Success
            ? DayNames.IndexOf(named.Groups["ja"].Value, StringComparison.Ordinal)
            : (int)Enum.Parse<DayOfWeek>(named.Groups["en"].Value, ignoreCase: true);
        TimeOnly? time = Usual.Time;
        Match clock = TimeWords.Match(folded, named.Index + named.Length);
        if (clock.Success)
        {
            int hour = int.Parse(clock.Groups["h"].Value, CultureInfo.InvariantCulture);
            int minute =
                clock.Groups["m"].Success ? int.Parse(clock.Groups["m"].Value, CultureInfo.InvariantCulture)
                : clock.Groups["half"].Success ? 30
                : 0;
            hour += clock.Groups["pm"].Success && hour < 12 ? 12 : 0;
            time = hour < 24 && minute < 60 ? new(hour, minute) : null;
        }
        return time is { } at && IsPossible((DayOfWeek)day, at) ? new((DayOfWeek)day, at) : null;
    }

    private static string Folded(string text) =>
        // Half of a surrogate pair cannot be composed.
        string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC);

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        "(?<ja>[日月火水木金土])曜|\\b(?<en>monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\\b",
        Loose
    )]
    private static partial Regex DayWords { get; }

    [GeneratedRegex(
        "(?<pm>午後|夕方)?\\s*(?<h>\\d{1,2})(?:[:：](?<m>\\d{2})|時(?:(?<half>半)|(?<m>\\d{1,2})分)?)?\\s*(?<pm>pm)?",
        Loose
    )]
    private static partial Regex TimeWords { get; }
}

/// <summary>One time at which a summary is sent.</summary>
/// <param name="Meant">The day of the week that was asked for; a holiday perhaps.</param>
/// <param name="At">When it is sent (UTC).</param>
public sealed record WeeklySlot(DateOnly Meant, DateTimeOffset At)
{
    /// <summary>What it tells about: on Mondays the week that is over, on other days the week so far.</summary>
    public SummaryPeriod Period => SummaryPeriod.UsualOn(Meant);

    /// <summary>Whether it is sent on a later day than the one that was asked for.</summary>
    public bool IsMoved => TokyoTime.DateOf(At) != Meant;
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Renkei.Bot.Polls;
using Renkei.Domain;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Polls.PollTexts;

namespace Renkei.Bot.Features.Polls;

/// <summary>
/// Dates as people type them, one a line: 12/18 14:00–16:00, 12月18日(金) 午後2時, 2026-12-18 14:00. Full width is as good as half width.
/// Times are Japan's; a date without a year is the next such day.
/// </summary>
internal static partial class TypedDates
{
    private const int MonthsAhead = 12;
    private const int LineShown = 30;

    /// <summary>Reads the lines.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="minutes">How long a meeting is whose end is not typed.</param>
    /// <param name="now">The present (UTC).</param>
    /// <returns>The dates in their order in time, each once; or what is wrong, with the line.</returns>
    public static (IReadOnlyList<TimeSlot> Slots, LocalText? Fault) Read(string text, int minutes, DateTimeOffset now)
    {
        List<TimeSlot> slots = [];
        foreach (
            string written in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            string line = written.Normalize(NormalizationForm.FormKC).Trim();
            string shown = Cards.CardText.Escape(line.Length > LineShown ? line[..LineShown] : line);
            if (Line.Match(line) is not { Success: true } match || SlotOf(match, minutes, now) is not { } slot)
            {
                return ([], Texts.DateFault(shown));
            }
            if (slot.Start <= now)
            {
                return ([], Texts.DatePast(shown));
            }
            if (slot.Start > now.AddMonths(MonthsAhead) || !PollCandidates.IsPossible(slot))
            {
                return ([], Texts.DateFar(shown));
            }
            slots.Add(slot);
        }
        slots = [.. slots.Distinct().OrderBy(s => s.Start).ThenBy(s => s.End)];
        return slots.Count switch
        {
            0 => ([], Texts.NoDates),
            > DatePoll.MaxCandidates => ([], Texts.TooManyDates),
            _ => (slots, null),
        };
    }

    /// <summary>Dates as <see cref="Read"/> understands them: with their weekday in Japanese, with their year in English.</summary>
    public static string Write(IEnumerable<TimeSlot> slots, Language language) =>
        string.Join(
            '\n',
            slots.Select(s =>
                language == Language.Japanese
                    ? s.Brief(language)
                    : $"{TokyoTime.DateOf(s.Start).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} "
                        + $"{TokyoTime.Clock(s.Start)}-{TokyoTime.Clock(s.End)}"
            )
        );

    private static TimeSlot? SlotOf(Match match, int minutes, DateTimeOffset now)
    {
        if (DayOf(match, now) is not { } day || TimeOf(match, "half", "hour", "minute") is not { } start)
        {
            return null;
        }
        DateTimeOffset from = TokyoTime.Instant(day, start);
        if (!match.Groups["hour2"].Success)
        {
            return new(from, from.AddMinutes(minutes));
        }
        // 午後1時から3時: the second one is in the afternoon as well.
        TimeOnly? end = TimeOf(match, "half2", "hour2", "minute2");
        if (end < start && !match.Groups["half2"].Success && match.Groups["half"].Value is "午後" or "PM")
        {
            end = end?.AddHours(12);
        }
        return end > start ? new(from, TokyoTime.Instant(day, end.Value)) : null;
    }

    private static DateOnly? DayOf(Match match, DateTimeOffset now)
    {
        DateOnly today = TokyoTime.DateOf(now);
        int month = Number(match, "month");
        int day = Number(match, "day");
        bool hasYear = match.Groups["year"].Success;
        int year = hasYear ? Number(match, "year") : today.Year;
        // The 29th of February may be years away; one more year is all that "the next such day" means.
        for (int i = 0; i < 2; i++, year++)
        {
            if (
                DateOnly.TryParseExact(
                    string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}"),
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out DateOnly read
                ) && (hasYear || read >= today)
            )
            {
                return read;
            }
            if (hasYear)
            {
                return null;
            }
        }
        return null;
    }

    private static TimeOnly? TimeOf(Match match, string half, string hour, string minute)
    {
        int hours = Number(match, hour);
        int minutes = match.Groups[minute].Value == "半" ? 30 : Number(match, minute);
        bool isAfternoon = match.Groups[half].Value is "午後" or "PM";
        if (isAfternoon && hours < 12)
        {
            hours += 12;
        }
        return hours < 24 && minutes < 60 ? new(hours, minutes) : null;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: { Length: > 0 } digits }
            ? int.Parse(digits, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(
        @"\A(?:(?<year>20[0-9]{2})[年/.-])?(?<month>[0-9]{1,2})[月/.-](?<day>[0-9]{1,2})日?\s*(?:\([^)]{0,4}\))?\s*,?\s*"
            + @"(?<half>午前|午後|AM|PM)?\s*(?<hour>[0-9]{1,2})(?::(?<minute>[0-9]{2})|時(?:(?<minute>[0-9]{1,2})分|(?<minute>半))?)"
            + @"\s*(?:(?:-|~|〜|–|—|―|ー|から)\s*(?:(?<half2>午前|午後|AM|PM)?\s*"
            + @"(?<hour2>[0-9]{1,2})(?::(?<minute2>[0-9]{2})|時(?:(?<minute2>[0-9]{1,2})分|(?<minute2>半))?)\s*(?:まで)?)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 500
    )]
    private static partial Regex Line { get; }
}

using System.Globalization;

namespace Renkei.Domain.Scheduling;

/// <summary>
/// When the health centres meet, Japan time: 9:00 to 17:15 with a break from 12:00 to 13:00, unless the administrator says otherwise for
/// all of them or for one.
/// </summary>
public sealed class OfficeHours
{
    private readonly DailyHours forAll = DailyHours.Office;
    private readonly Dictionary<string, DailyHours> byCentre = new(StringComparer.Ordinal);

    /// <summary>Reads what was set.</summary>
    /// <param name="rules">
    /// Each is <c>08:30-17:15</c> for all centres or <c>tobu 08:30-17:15</c> for one; a break may follow: <c>tobu 08:30-17:15 12:15-13:00</c>.
    /// Of two rules for the same, the later counts.
    /// </param>
    /// <exception cref="FormatException">One is none of these; the message quotes it.</exception>
    public OfficeHours(IEnumerable<string> rules)
    {
        foreach (string rule in rules)
        {
            string[] parts = rule.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
            string? centre = parts is [{ } first, ..] && !char.IsAsciiDigit(first[0]) ? first : null;
            DailyHours hours = parts[(centre is null ? 0 : 1)..] switch
            {
                [var day] => HoursOf(rule, day, LunchBreak.Usual),
                [var day, var lunch] when SpanOf(lunch) is { } free => HoursOf(rule, day, new(free.From, free.To)),
                _ => throw Unread(rule),
            };
            if (centre is null)
            {
                forAll = hours;
            }
            else
            {
                byCentre[centre] = hours;
            }
        }
    }

    /// <summary>Nothing set: every centre has the usual hours.</summary>
    public static OfficeHours Usual { get; } = new([]);

    /// <summary>The hours of a centre.</summary>
    /// <param name="centreCode">Its code; an unknown one has the hours of all.</param>
    public DailyHours Of(string centreCode) => byCentre.GetValueOrDefault(centreCode, forAll);

    private static DailyHours HoursOf(string rule, string day, LunchBreak lunch) =>
        SpanOf(day) is { } span ? new(span.From, span.To, lunch) : throw Unread(rule);

    private static (TimeOnly From, TimeOnly To)? SpanOf(string text) =>
        text.Split('-') is [var begin, var end]
        && TimeOnly.TryParseExact(begin, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly from)
        && TimeOnly.TryParseExact(end, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly to)
        && from < to
            ? (from, to)
            : null;

    private static FormatException Unread(string rule) =>
        new($"\"{rule}\" are no office hours. Write 08:30-17:15, tobu 08:30-17:15 or tobu 08:30-17:15 12:15-13:00.");
}

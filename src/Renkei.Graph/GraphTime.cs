using System.Globalization;
using Renkei.Domain.Calendars;
using Renkei.Domain.Time;
using Renkei.Graph.Wire;

namespace Renkei.Graph;

/// <summary>Graph's local times with the name of a zone.</summary>
internal static class GraphTime
{
    private const string Tokyo = "Tokyo Standard Time";

    /// <summary>An instant as Japan's local time.</summary>
    public static LocalTime Of(DateTimeOffset instant) =>
        new(TokyoTime.LocalOf(instant).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), Tokyo);

    /// <summary>An instant as a parameter of a query.</summary>
    public static string Query(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The instant of a local time.</summary>
    /// <exception cref="CalendarException">It is none, or its zone is not known.</exception>
    public static DateTimeOffset Read(LocalTime? time)
    {
        if (
            time is null
            || !DateTime.TryParse(time.DateTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)
        )
        {
            throw new CalendarException(CalendarFault.Refused, "UnreadableTime", null, false, null);
        }
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return time.TimeZone switch
        {
            // What is asked for with Prefer, and what the service falls back on.
            Tokyo or "Asia/Tokyo" => TokyoTime.Instant(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)),
            null or "UTC" => new(local, TimeSpan.Zero),
            { } name when TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) => new DateTimeOffset(
                local,
                zone.GetUtcOffset(local)
            ).ToUniversalTime(),
            _ => throw new CalendarException(CalendarFault.Refused, "UnknownTimeZone", null, false, null),
        };
    }
}

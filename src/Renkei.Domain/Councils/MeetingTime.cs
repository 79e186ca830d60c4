using Renkei.Domain.Time;

namespace Renkei.Domain.Councils;

/// <summary>When a meeting takes place, Japan time. It begins and ends on one day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Start">When it begins.</param>
/// <param name="Minutes">How long it takes: <see cref="Shortest"/> to <see cref="Longest"/>.</param>
public sealed record MeetingTime(DateOnly Date, TimeOnly Start, int Minutes)
{
    /// <summary>The shortest meeting, in minutes.</summary>
    public const int Shortest = 15;

    /// <summary>The longest meeting, in minutes.</summary>
    public const int Longest = 600;

    /// <summary>When it is over, Japan time.</summary>
    public TimeOnly End => Start.AddMinutes(Minutes);

    /// <summary>The instant at which it begins (UTC).</summary>
    public DateTimeOffset StartsAt => TokyoTime.Instant(Date, Start);

    /// <summary>The instant at which it is over (UTC).</summary>
    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>Whether its length is allowed and it is over before midnight.</summary>
    public bool IsPossible =>
        Minutes is >= Shortest and <= Longest
        && Start.ToTimeSpan() + TimeSpan.FromMinutes(Minutes) < TimeSpan.FromDays(1);

    /// <summary>2026年12月18日(金) 14:00–16:00 / Fri 18 Dec 2026, 14:00–16:00.</summary>
    public string Full(Language language) => $"{TokyoTime.Full(StartsAt, language)}–{TokyoTime.Clock(End)}";

    /// <summary>12/18(金) 14:00–16:00 / Fri 18 Dec, 14:00–16:00.</summary>
    public string Brief(Language language) => $"{TokyoTime.Brief(StartsAt, language)}–{TokyoTime.Clock(End)}";
}

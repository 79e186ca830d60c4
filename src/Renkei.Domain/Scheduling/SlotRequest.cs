using Renkei.Domain.Time;

namespace Renkei.Domain.Scheduling;

/// <summary>What a date is looked for with.</summary>
public sealed record SlotRequest
{
    /// <summary>How long the meeting takes; 5 minutes to 12 hours.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>On which days.</summary>
    public required SlotWindow Window { get; init; }

    /// <summary>In which part of the day.</summary>
    public required DailyHours Hours { get; init; }

    /// <summary>Who is asked; each key once, 1 to 500.</summary>
    public required IReadOnlyList<InviteeTimes> Invitees { get; init; }

    /// <summary>The office's days, of which only business days count; <see langword="null"/> where any day does.</summary>
    public BusinessDays? Days { get; init; } = BusinessDays.National;

    /// <summary>A meeting begins at a multiple of it after midnight; whole minutes, 5 to 240, default 30.</summary>
    public TimeSpan Grid { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Nothing is proposed that begins before it.</summary>
    public DateTimeOffset NotBefore { get; init; } = DateTimeOffset.MinValue;

    /// <summary>Among slots of one day that are equally good, the nearest to it comes first; <see langword="null"/> means the earliest.</summary>
    public TimeOnly? PreferredStart { get; init; }

    /// <summary>Which organisations have to be represented.</summary>
    public IReadOnlyList<QuorumRule> Quorum { get; init; } = [];

    /// <summary>Which room is wanted; <see langword="null"/> where none is.</summary>
    public RoomWish? Room { get; init; }

    /// <summary>Says what cannot be looked for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Length, grid or travel are out of range, or nobody or too many are asked.</exception>
    /// <exception cref="ArgumentException">Somebody is asked twice.</exception>
    internal void Check()
    {
        Within(Length, TimeSpan.FromMinutes(5), TimeSpan.FromHours(12), nameof(Length));
        Within(Grid, TimeSpan.FromMinutes(5), TimeSpan.FromHours(4), nameof(Grid));
        ArgumentOutOfRangeException.ThrowIfNotEqual(Grid.Ticks % TimeSpan.TicksPerMinute, 0, nameof(Grid));
        ArgumentOutOfRangeException.ThrowIfLessThan(Invitees.Count, 1, nameof(Invitees));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Invitees.Count, 500, nameof(Invitees));
        foreach (InviteeTimes invitee in Invitees)
        {
            Within(invitee.Travel, TimeSpan.Zero, TimeSpan.FromHours(8), nameof(InviteeTimes.Travel));
        }
        if (Invitees.DistinctBy(i => i.Who.Key).Count() != Invitees.Count)
        {
            throw new ArgumentException("Somebody is asked twice.", nameof(Invitees));
        }
    }

    private static void Within(TimeSpan value, TimeSpan least, TimeSpan most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
    }
}

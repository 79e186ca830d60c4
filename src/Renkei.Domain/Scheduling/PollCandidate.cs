namespace Renkei.Domain.Scheduling;

/// <summary>A date that can be voted on.</summary>
/// <param name="Key">Unique in the poll and stays the same; part of a card's data.</param>
/// <param name="Slot">From when to when.</param>
public sealed record PollCandidate(string Key, TimeSlot Slot);

/// <summary>What somebody says about a date.</summary>
public enum PollMark
{
    /// <summary>○: I can come.</summary>
    Yes,

    /// <summary>△: I could arrange it.</summary>
    Maybe,

    /// <summary>×: I cannot come.</summary>
    No,
}

/// <summary>Signs of the marks.</summary>
public static class PollMarks
{
    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<PollMark> All { get; } = [PollMark.Yes, PollMark.Maybe, PollMark.No];

    /// <summary>○, △ or ×.</summary>
    public static string Sign(this PollMark mark) =>
        mark switch
        {
            PollMark.Yes => "○",
            PollMark.Maybe => "△",
            PollMark.No => "×",
            _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "No such mark."),
        };
}

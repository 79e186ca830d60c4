using Renkei.Domain.People;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Scheduling;

/// <summary>A date that was chosen: by a person from the proposals or a poll, or by moving the event in Outlook.</summary>
/// <param name="Slot">From when to when.</param>
/// <param name="By">Who chose; for a move in Outlook, whose author is not known, the organiser.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Place">Where it takes place then; <see langword="null"/> leaves the place as it is.</param>
/// <param name="IsByHand">Whether it was made in Outlook.</param>
/// <param name="IsApplied">Whether the council has it.</param>
internal sealed record DateChoice(
    TimeSlot Slot,
    PersonRef By,
    DateTimeOffset At,
    string? Place = null,
    bool IsByHand = false,
    bool IsApplied = false
);

using Renkei.Bot.Conversation;
using Renkei.Domain.Councils;
using Renkei.Domain.Places;
using Renkei.Domain.Time;

namespace Renkei.Bot.Councils;

/// <summary>A council with what its pages are made of.</summary>
/// <param name="Council">The council as it was read, or as it was just written.</param>
/// <param name="Template">Its kind.</param>
/// <param name="Centre">The health centre that prepares it.</param>
/// <param name="Readiness">How ready it is.</param>
/// <param name="Days">The office's business days.</param>
/// <param name="Today">The day it is now, Japan.</param>
internal sealed record CouncilView(
    Council Council,
    CouncilTemplate Template,
    HealthCentre Centre,
    Readiness Readiness,
    BusinessDays Days,
    DateOnly Today
)
{
    /// <summary>The due dates of its tasks; <see langword="null"/> until the date is set.</summary>
    public BackwardPlan? Plan { get; } = Council.PlanIn(Days);

    /// <summary>Whether the person of a turn can change it where they are: in their own chat, and not while it is cancelled.</summary>
    public bool IsEditableIn(BotTurn turn) =>
        turn.IsPersonal && Council.Status != CouncilStatus.Cancelled && Council.MayEdit(turn.Person!);

    /// <summary>A stored line in the reader's language.</summary>
    public string Worded(BotTurn turn, string stored) => Template.Worded(stored, turn.Language);

    /// <summary>What was typed over a line as it was shown: where nobody changed it, the line stays as it is stored.</summary>
    public string Stored(BotTurn turn, string typed, string? stored) =>
        stored is not null && typed == Worded(turn, stored) ? stored : typed;

    /// <summary>Whether the meeting's day has come or is over.</summary>
    public bool DayHasCome => Council.When is { } when && when.Date <= Today;
}

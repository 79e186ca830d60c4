using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.People;

namespace Renkei.Bot.Features.Reminders;

/// <summary>A council with what its reminders are made of.</summary>
/// <param name="View">The council as its pages know it.</param>
/// <param name="Now">The moment (UTC).</param>
/// <param name="Unreached">Who could not be reached.</param>
internal sealed record ReminderView(CouncilView View, DateTimeOffset Now, IReadOnlyList<UnreachedPerson> Unreached)
{
    public Council Council => View.Council;

    /// <summary>Whether the meeting is over or will not take place.</summary>
    public bool IsOver => Council.Status != CouncilStatus.Preparing || Council.When?.EndsAt <= Now;
}

/// <summary>Whom a reminder is written for.</summary>
/// <param name="Language">Their language.</param>
/// <param name="UserId">The <c>29:…</c> id, for cards that refresh themselves.</param>
/// <param name="ObjectId">Entra object id.</param>
/// <param name="Person">Who they are in Renkei; <see langword="null"/> where they never said.</param>
internal sealed record ReminderReader(Language Language, string UserId, string ObjectId, Person? Person)
{
    /// <summary>The one who presses something.</summary>
    public static ReminderReader Of(BotTurn turn) =>
        new(turn.Language, turn.UserId, turn.PersonId.ObjectId, turn.Person);

    /// <summary>A text in their language.</summary>
    public string In(LocalText text) => text.In(Language);
}

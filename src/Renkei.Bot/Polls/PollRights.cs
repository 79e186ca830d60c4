using Renkei.Bot.Conversation;
using Renkei.Domain.People;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Polls;

/// <summary>
/// Who may do what with a poll. What a card says proves nothing; the poll itself decides who is asked. Whoever may not see it learns
/// nothing of it, not even that it is there.
/// </summary>
internal static class PollRights
{
    /// <summary>Whether somebody may make polls: who prepares meetings of a centre.</summary>
    public static bool MayMake(Person? person) =>
        person is { CentreCode: not null, Role: Role.Nurse or Role.Coordinator };

    /// <summary>Whether somebody may decide, change it and enter votes for others: the organiser, and the centre's coordinators.</summary>
    public static bool MayManage(this StoredPoll poll, BotTurn turn) =>
        poll.Organiser.ObjectId == turn.PersonId.ObjectId
        || (turn.Person is { Role: Role.Coordinator } person && person.CentreCode == poll.Id.CentreCode);

    /// <summary>Whether somebody may see it: who is asked, who may change it, and the centre's nurses.</summary>
    public static bool MaySee(this StoredPoll poll, BotTurn turn) =>
        poll.IsAsked(turn)
        || poll.MayManage(turn)
        || (turn.Person is { Role: Role.Nurse } person && person.CentreCode == poll.Id.CentreCode);

    /// <summary>Whether somebody is among those asked.</summary>
    public static bool IsAsked(this StoredPoll poll, BotTurn turn) => poll.VoterOf(turn) is not null;

    /// <summary>Somebody as one of those asked, or <see langword="null"/>.</summary>
    public static Invitee? VoterOf(this StoredPoll poll, BotTurn turn) =>
        poll.Poll.Voters.FirstOrDefault(v => v.Key == turn.PersonId.ObjectId);
}

using Renkei.Domain.People;

namespace Renkei.Domain.Councils;

/// <summary>Who has to hear that a council is moved, cancelled or held after all.</summary>
/// <param name="ByRenkei">People with an account whom Renkei tells, each once; without the one who decides it.</param>
/// <param name="ByHand">Participants who were invited and have no account: somebody has to telephone or write.</param>
public sealed record ChangeAudience(IReadOnlyList<PersonRef> ByRenkei, IReadOnlyList<Participant> ByHand)
{
    /// <summary>Nobody.</summary>
    public static ChangeAudience Nobody { get; } = new([], []);

    /// <summary>Whether nobody has to be told.</summary>
    public bool IsEmpty => ByRenkei.Count == 0 && ByHand.Count == 0;

    /// <summary>Who is concerned by a move: nobody before the first person was invited or given a task.</summary>
    /// <param name="council">The council before the move.</param>
    /// <param name="by">Who moves it; knows it already.</param>
    public static ChangeAudience OfMove(Council council, PersonRef by) =>
        council.When is null
        || (council.Participants.All(p => p.InvitedAt is null) && council.Tasks.All(t => t.Owner is null))
            ? Nobody
            : Everybody(council, by);

    /// <summary>Who is concerned by a cancellation, or by its being taken back: nobody once the meeting is over.</summary>
    /// <param name="council">The council before the change.</param>
    /// <param name="by">Who decides it; knows it already.</param>
    /// <param name="now">The present moment.</param>
    public static ChangeAudience OfCancellation(Council council, PersonRef by, DateTimeOffset now) =>
        council.When?.EndsAt <= now ? Nobody : Everybody(council, by);

    private static ChangeAudience Everybody(Council council, PersonRef by)
    {
        Participant[] invited = [.. council.Participants.Where(p => p.InvitedAt is not null)];
        IEnumerable<PersonRef> told =
        [
            .. invited.Where(p => p.Contact.HasAccount).Select(p => new PersonRef(p.Contact.ObjectId!, p.Label)),
            .. council.Tasks.Where(t => !council.IsDone(t)).Select(t => t.Owner).OfType<PersonRef>(),
            .. council.Coordinators,
        ];
        return new(
            [.. told.DistinctBy(p => p.ObjectId).Where(p => p.ObjectId != by.ObjectId)],
            [.. invited.Where(p => !p.Contact.HasAccount)]
        );
    }
}

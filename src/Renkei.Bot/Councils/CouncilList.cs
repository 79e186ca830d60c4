using Renkei.Bot.Conversation;
using Renkei.Domain.Councils;
using Renkei.Domain.People;

namespace Renkei.Bot.Councils;

/// <summary>
/// A list that belongs to a council and is changed entry by entry, on a card for each: papers, tasks, agreements. Says how an entry is put, taken off
/// and brought back, whoever else changes the list at the same time.
/// </summary>
/// <param name="councils">Where councils are kept.</param>
/// <param name="step">The step that the list belongs to, for the history.</param>
/// <param name="most">How many entries there can be.</param>
/// <param name="idOf">The id of an entry.</param>
/// <param name="versionOf">Names what the card of an entry shows.</param>
internal sealed class CouncilList<T>(
    CouncilStore councils,
    CouncilStep step,
    int most,
    Func<T, string> idOf,
    Func<T, string> versionOf
)
    where T : class
{
    /// <summary>The list of a council.</summary>
    public required Func<Council, IReadOnlyList<T>> Of { get; init; }

    /// <summary>The council with another list.</summary>
    public required Func<Council, IReadOnlyList<T>, Council> With { get; init; }

    /// <summary>Where an entry stands that was added or changed; where it stood, new ones last, unless the list has an order of its own.</summary>
    public Func<IReadOnlyList<T>, T, IReadOnlyList<T>>? Placed { get; init; }

    /// <summary>Whether there is no room for another one.</summary>
    public bool IsFull(Council council) => Of(council).Count >= most;

    /// <summary>The entry of an id that came from a card.</summary>
    public T? Find(Council council, string? id) => Of(council).FirstOrDefault(e => idOf(e) == id);

    /// <summary>Adds an entry, or changes the one that its card showed.</summary>
    /// <param name="turn">The turn; its person may change the council.</param>
    /// <param name="council">The council as it was opened.</param>
    /// <param name="id">The entry; of a new one drawn with its card, so that a double press adds one.</param>
    /// <param name="isNew">Whether it is to be added.</param>
    /// <param name="seen">The version that the card showed.</param>
    /// <param name="make">The entry in a council as it stands, made of the one that is there, if any; may run several times.</param>
    /// <param name="ct">Cancels the turn.</param>
    /// <returns>What came of it and the entry as it stands; <see langword="null"/> where the council is gone.</returns>
    public async Task<ListChange<T>?> PutAsync(
        BotTurn turn,
        Council council,
        string id,
        bool isNew,
        string? seen,
        Func<Council, T?, T> make,
        CancellationToken ct
    )
    {
        ListOutcome outcome = ListOutcome.Done;
        Council? after = await ChangeAsync(
            turn,
            council,
            c =>
            {
                T? now = Find(c, id);
                T next = make(c, now);
                outcome =
                    now is null && !isNew ? ListOutcome.Gone
                    : now is null && IsFull(c) ? ListOutcome.Full
                    : now is not null && versionOf(now) != versionOf(next) && versionOf(now) != seen
                        ? ListOutcome.Differs
                    : ListOutcome.Done;
                return outcome == ListOutcome.Done ? With(c, Place(Of(c), next)) : c;
            },
            ct
        );
        return after is null ? null : new(after, outcome, Find(after, id), after.Revision);
    }

    /// <summary>Marks an entry as done or ready, or takes that back: what its card does not show, so nobody is in anybody's way.</summary>
    /// <returns>What came of it; <see langword="null"/> where the council is gone.</returns>
    public async Task<ListChange<T>?> MarkAsync(
        BotTurn turn,
        Council council,
        string? id,
        Func<T, T> mark,
        CancellationToken ct
    )
    {
        Council? after = await ChangeAsync(
            turn,
            council,
            c => With(c, [.. Of(c).Select(e => idOf(e) == id ? mark(e) : e)]),
            ct
        );
        return after is null ? null
            : Find(after, id) is { } entry ? new(after, ListOutcome.Done, entry, after.Revision)
            : new(after, ListOutcome.Gone, null, after.Revision);
    }

    /// <summary>Takes an entry off.</summary>
    /// <returns>
    /// The entry as it last stood, with the revision that has it: a second press takes off nothing, and its card must offer the way back all the same.
    /// <see langword="null"/> where the council is gone.
    /// </returns>
    public async Task<ListChange<T>?> RemoveAsync(BotTurn turn, Council council, string? id, CancellationToken ct)
    {
        Council? after = await ChangeAsync(
            turn,
            council,
            c => Find(c, id) is null ? c : With(c, [.. Of(c).Where(e => idOf(e) != id)]),
            ct
        );
        if (after is null)
        {
            return null;
        }
        Council? before = await councils.LastWithAsync(turn.TenantId, after.Id, c => Find(c, id) is not null, ct);
        return before is null
            ? new(after, ListOutcome.Gone, null, after.Revision)
            : new(after, ListOutcome.Done, Find(before, id), before.Revision);
    }

    /// <summary>Brings an entry back that was taken off, as it was at a revision.</summary>
    /// <returns>What came of it and the entry; <see langword="null"/> where the council is gone.</returns>
    public async Task<ListChange<T>?> RestoreAsync(
        BotTurn turn,
        Council council,
        string? id,
        int? revision,
        CancellationToken ct
    )
    {
        Council? before = await councils.RevisionAsync(turn.TenantId, council.Id, revision ?? 0, ct);
        if (before is null || Find(before, id) is not { } entry)
        {
            return new(council, ListOutcome.Gone, null, council.Revision);
        }
        Council? after = await ChangeAsync(
            turn,
            council,
            c => Find(c, id) is not null || IsFull(c) ? c : With(c, Place(Of(c), entry)),
            ct
        );
        return after is null
            ? null
            : new(after, Find(after, id) is null ? ListOutcome.Full : ListOutcome.Done, entry, after.Revision);
    }

    /// <summary>Who changed an entry last, and when (UTC); <see langword="null"/> where the newest revisions do not tell.</summary>
    public Task<(PersonRef By, DateTimeOffset At)?> LastChangeAsync(
        BotTurn turn,
        CouncilId council,
        T entry,
        CancellationToken ct
    ) =>
        councils.LastChangeOfAsync(
            turn.TenantId,
            council,
            c => Find(c, idOf(entry)) is { } then ? versionOf(then) : null,
            ct
        );

    private IReadOnlyList<T> Place(IReadOnlyList<T> list, T entry) =>
        Placed is not null ? Placed(list, entry)
        : list.Any(e => idOf(e) == idOf(entry)) ? [.. list.Select(e => idOf(e) == idOf(entry) ? entry : e)]
        : [.. list, entry];

    private Task<Council?> ChangeAsync(
        BotTurn turn,
        Council council,
        Func<Council, Council> change,
        CancellationToken ct
    ) => councils.ChangeAsync(turn.TenantId, council.Id, turn.Person!.Ref, step, change, ct);
}

/// <summary>What came of changing a list of a council.</summary>
internal enum ListOutcome
{
    /// <summary>It is as it was asked for, by this press or by an earlier one.</summary>
    Done,

    /// <summary>There is no such entry; nothing was changed.</summary>
    Gone,

    /// <summary>There is no room for another one; nothing was changed.</summary>
    Full,

    /// <summary>Somebody made something else of the entry in between; nothing was changed.</summary>
    Differs,
}

/// <summary>What came of changing a list of a council.</summary>
/// <param name="Council">The council as it stands.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Entry">The entry; there unless it is <see cref="ListOutcome.Gone"/>.</param>
/// <param name="Revision">The revision of the council that has it.</param>
internal sealed record ListChange<T>(Council Council, ListOutcome Outcome, T? Entry, int Revision)
    where T : class;

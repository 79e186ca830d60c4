using Renkei.Activities.Connector;
using Renkei.Domain.People;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Polls;

/// <summary>A poll as it is kept.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Title">What the date is for, one line.</param>
/// <param name="Organiser">Who asks, and decides.</param>
/// <param name="Council">Id of the council whose date it is; <see langword="null"/> for any other meeting.</param>
/// <param name="Poll">The poll with its votes.</param>
internal sealed record StoredPoll(PollId Id, string Title, PersonRef Organiser, string? Council, DatePoll Poll)
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleLength = 60;

    /// <summary>How many can be asked.</summary>
    public const int MaxVoters = 60;

    /// <summary>How many conversations one poll is posted to.</summary>
    public const int MaxPlaces = 3;

    /// <summary>Id of the plan of a meeting that gets the chosen date; <see langword="null"/> where the decision is all.</summary>
    public string? Plan { get; init; }

    /// <summary>The group chats and channels with a card for everybody.</summary>
    public IReadOnlyList<PollPlace> Places { get; init; } = [];

    /// <summary>Whether each person with an account is also asked in their own chat.</summary>
    public bool AsksEach { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>When dates were added last (UTC); <see langword="null"/> for never.</summary>
    public DateTimeOffset? OfferedAt { get; init; }
}

/// <summary>A conversation with a card of a poll.</summary>
/// <param name="Group">Id of the conversation in the room of groups.</param>
/// <param name="Name">Its name when the poll was made; may be empty.</param>
/// <param name="Address">Where it is.</param>
internal sealed record PollPlace(string Group, string Name, ConversationAddress Address);

/// <summary>What came of an attempt to change a poll.</summary>
/// <param name="Poll">The poll as it stands afterwards.</param>
/// <param name="Refusal">Why nothing changed; <see langword="null"/> where it was done, or had been done before.</param>
internal sealed record PollOutcome(StoredPoll Poll, PollRefusal? Refusal);

using Renkei.Domain.People;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Polls;

/// <summary>A poll as it is kept.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Title">What the date is for, one line.</param>
/// <param name="Organiser">Who asks, and decides.</param>
/// <param name="Council">Id of the council whose date it is; <see langword="null"/> for any other meeting.</param>
/// <param name="Poll">The poll with its votes.</param>
internal sealed record StoredPoll(PollId Id, string Title, PersonRef Organiser, string? Council, DatePoll Poll);

/// <summary>What came of an attempt to change a poll.</summary>
/// <param name="Poll">The poll as it stands afterwards.</param>
/// <param name="Refusal">Why nothing changed; <see langword="null"/> where it was done, or had been done before.</param>
internal sealed record PollOutcome(StoredPoll Poll, PollRefusal? Refusal);

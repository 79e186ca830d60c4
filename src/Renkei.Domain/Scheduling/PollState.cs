using Renkei.Domain.People;

namespace Renkei.Domain.Scheduling;

/// <summary>Where a poll stands.</summary>
public enum PollState
{
    /// <summary>Votes are awaited; who has not voted may be nudged.</summary>
    Open,

    /// <summary>
    /// Everybody has voted before the deadline: nothing more is awaited, the organiser may decide. Who wants to change their mind still can,
    /// until the deadline; a telephone call that comes a day later must not be lost.
    /// </summary>
    Complete,

    /// <summary>The deadline has passed: no vote is taken any more, the organiser may decide or give more time.</summary>
    Expired,

    /// <summary>A date was chosen.</summary>
    Decided,

    /// <summary>It was given up.</summary>
    Withdrawn,
}

/// <summary>The chosen date.</summary>
/// <param name="Candidate">Its key.</param>
/// <param name="By">Who chose.</param>
/// <param name="At">When (UTC).</param>
public sealed record PollDecision(string Candidate, PersonRef By, DateTimeOffset At);

/// <summary>Why something was not done to a poll.</summary>
public enum PollRefusal
{
    /// <summary>The person is not asked in this poll.</summary>
    NotAsked,

    /// <summary>There is no such date in it.</summary>
    NoSuchCandidate,

    /// <summary>A date has no mark, or a mark is none.</summary>
    Incomplete,

    /// <summary>The comment is too long.</summary>
    CommentTooLong,

    /// <summary>It would have more dates than a poll can have.</summary>
    TooManyCandidates,

    /// <summary>A key stands for another date already.</summary>
    KeyTaken,

    /// <summary>The new deadline lies in the past.</summary>
    DeadlinePast,

    /// <summary>The deadline has passed.</summary>
    Expired,

    /// <summary>A date was chosen already; another one, where one was to be chosen.</summary>
    Decided,

    /// <summary>It was given up.</summary>
    Withdrawn,
}

/// <summary>What came of an attempt to change a poll.</summary>
/// <param name="Poll">The poll afterwards; the very same one where nothing changed.</param>
/// <param name="Refusal">Why nothing changed; <see langword="null"/> where it was done, or had been done before.</param>
public sealed record PollStep(DatePoll Poll, PollRefusal? Refusal);

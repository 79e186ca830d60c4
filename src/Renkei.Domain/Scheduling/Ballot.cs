using Renkei.Domain.People;

namespace Renkei.Domain.Scheduling;

/// <summary>What one person says about all dates of a poll.</summary>
/// <param name="Marks">By the candidate's key.</param>
/// <param name="Comment">In their words; empty for none.</param>
/// <param name="EnteredBy">Who entered it: themselves, or whoever took their call.</param>
/// <param name="At">When (UTC).</param>
public sealed record Ballot(
    IReadOnlyDictionary<string, PollMark> Marks,
    string Comment,
    PersonRef EnteredBy,
    DateTimeOffset At
)
{
    /// <summary>Characters in a comment.</summary>
    public const int CommentLength = 200;

    /// <summary>Whether somebody else entered it for the person of a key.</summary>
    public bool IsProxyFor(string voter) => EnteredBy.ObjectId != voter;

    /// <summary>Whether the same person says the same, at whatever time.</summary>
    public bool SaysTheSameAs(Ballot other) =>
        Comment == other.Comment
        && EnteredBy.ObjectId == other.EnteredBy.ObjectId
        && Marks.Count == other.Marks.Count
        && Marks.All(m => other.Marks.TryGetValue(m.Key, out PollMark mark) && mark == m.Value);
}

namespace Renkei.Domain.Checklists;

/// <summary>
/// Brings together what two people said about one line (R8): part by part, against what both had seen. What only one of them changed
/// is taken; what both changed to the same is taken; what both changed differently is a conflict that a person decides.
/// </summary>
public static class AnswerMerge
{
    /// <summary>Merges.</summary>
    /// <param name="seen">What the person who saves now had on the card.</param>
    /// <param name="mine">What that person wants.</param>
    /// <param name="theirs">What is stored now.</param>
    public static MergedAnswer Merge(Answer seen, Answer mine, Answer theirs)
    {
        bool conflict = false;
        T Part<T>(Func<Answer, T> part)
        {
            (T s, T m, T t) = (part(seen), part(mine), part(theirs));
            EqualityComparer<T> same = EqualityComparer<T>.Default;
            if (same.Equals(m, s) || same.Equals(m, t))
            {
                return t;
            }
            conflict |= !same.Equals(t, s);
            return m;
        }

        // State and reason belong together: a reason without 対象外 would say nothing.
        (ItemStatus status, string reason) = Part(a => (a.Status, a.Reason));
        Answer merged = new(status, reason, Part(a => a.Note), Part(a => a.Date), Part(a => a.NextStep));
        return new(merged, conflict);
    }
}

/// <summary>What a merge came to.</summary>
/// <param name="Answer">
/// The answer to store. Where parts conflict it has mine there and theirs everywhere else: what taking mine would mean, so that nothing
/// the other person did elsewhere in the line is lost by it.
/// </param>
/// <param name="Conflicts">Whether a part was changed differently by both, so that a person has to decide.</param>
public sealed record MergedAnswer(Answer Answer, bool Conflicts);

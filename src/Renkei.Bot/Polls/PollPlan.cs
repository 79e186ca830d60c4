using System.Globalization;
using Renkei.Bot.Notices;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Bot.Polls;

/// <summary>
/// What is sent about a poll, derived from the poll as it is: who is asked, who is asked again the business day before the deadline, what
/// the organiser is told once it ends, and which date was chosen.
/// </summary>
internal static class PollPlan
{
    /// <summary>When nudges leave (Japan time).</summary>
    public static readonly TimeOnly Morning = new(9, 0);

    /// <summary>The deadline of a poll that says nothing else: so many business days ahead, at <see cref="UsualTime"/>.</summary>
    public const int UsualDays = 5;

    /// <summary>The time of the usual deadline (Japan time).</summary>
    public static readonly TimeOnly UsualTime = new(17, 0);

    /// <summary>The notice that brings a conversation its card; its entry in the ledger says where the card is.</summary>
    public static string AskKey(PollPlace place) => $"ask.{place.Group}";

    /// <summary>What a key is about: <c>ask</c>, <c>more</c>, <c>nudge</c>, <c>result</c> or <c>decided</c>.</summary>
    public static string KindOf(string key) => key.Split('.')[0];

    /// <summary>Everything planned.</summary>
    public static IReadOnlyList<Notice> Of(StoredPoll stored, BusinessDays days, DateTimeOffset now)
    {
        DatePoll poll = stored.Poll;
        return poll.StateAt(now) switch
        {
            PollState.Withdrawn => [],
            PollState.Decided => [.. Decided(stored, now)],
            PollState.Expired => [Result(stored)],
            PollState.Complete => [.. Asked(stored), Result(stored)],
            _ => [.. Asked(stored), .. Nudges(stored, days), Result(stored)],
        };
    }

    /// <summary>When those who have not voted are asked again (UTC); <see langword="null"/> where the deadline is too near for it.</summary>
    public static DateTimeOffset? NudgeAt(StoredPoll stored, BusinessDays days)
    {
        DateOnly eve = days.AddBusinessDays(TokyoTime.DateOf(stored.Poll.Deadline), -1);
        DateTimeOffset at = TokyoTime.Instant(eve, Morning);
        return at > stored.MadeAt && at < stored.Poll.Deadline ? at : null;
    }

    private static IEnumerable<Notice> Asked(StoredPoll stored)
    {
        foreach (PollPlace place in stored.Places)
        {
            string key = AskKey(place);
            yield return new(
                key,
                key,
                PollCategories.Always,
                new NoticeTarget.Conversation(place.Address),
                stored.MadeAt
            );
        }
        foreach (Invitee voter in stored.Poll.Waiting.Where(v => VoterKeys.IsAccount(v.Key)))
        {
            if (stored.OfferedAt is { } offered && stored.Poll.Ballots.ContainsKey(voter.Key))
            {
                string key = $"more.{stored.Poll.Candidates.Count}.{voter.Key}";
                yield return To(voter.Key, key, PollCategories.Always, offered);
            }
            else if (stored.AsksEach)
            {
                yield return To(voter.Key, $"ask.{voter.Key}", PollCategories.Always, stored.MadeAt);
            }
        }
    }

    private static IEnumerable<Notice> Nudges(StoredPoll stored, BusinessDays days) =>
        NudgeAt(stored, days) is { } at
            ? stored
                .Poll.Waiting.Where(v => VoterKeys.IsAccount(v.Key))
                .Select(v => To(v.Key, $"nudge.{NameOf(stored.Poll.Deadline)}.{v.Key}", PollCategories.Nudge, at))
            : [];

    /// <summary>
    /// The result, once: when everybody has voted, or else at the deadline. Who was told that all votes are in is not told again at the
    /// deadline, but when dates were added, or another deadline came.
    /// </summary>
    private static Notice Result(StoredPoll stored)
    {
        DatePoll poll = stored.Poll;
        (string round, DateTimeOffset at) = poll.Waiting.Any()
            ? (NameOf(poll.Deadline), poll.Deadline)
            : ($"all{poll.Candidates.Count}", poll.Ballots.Values.Max(b => b.At));
        string organiser = stored.Organiser.ObjectId;
        return To(organiser, $"result.{round}.{organiser}", PollCategories.Always, at);
    }

    private static IEnumerable<Notice> Decided(StoredPoll stored, DateTimeOffset now)
    {
        PollDecision decision = stored.Poll.Decision!;
        if (stored.Poll.Find(decision.Candidate) is not { } chosen || chosen.Slot.Start <= now)
        {
            yield break;
        }
        string round = $"decided.{NameOf(decision.At)}";
        foreach (PollPlace place in stored.Places)
        {
            string key = $"{round}.{place.Group}";
            yield return new(
                key,
                key,
                PollCategories.Decided,
                new NoticeTarget.Conversation(place.Address),
                decision.At
            );
        }
        // Where a plan stands behind it, its invitation says the date.
        if (stored.AsksEach && stored.Plan is null)
        {
            foreach (
                Invitee voter in stored.Poll.Voters.Where(v =>
                    VoterKeys.IsAccount(v.Key) && v.Key != decision.By.ObjectId
                )
            )
            {
                yield return To(voter.Key, $"{round}.{voter.Key}", PollCategories.Decided, decision.At);
            }
        }
    }

    private static Notice To(string objectId, string key, string category, DateTimeOffset at) =>
        new(key, key, category, new NoticeTarget.Person(objectId), at);

    private static string NameOf(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
}

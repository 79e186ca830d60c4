using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Features.Polls;

/// <summary>A vote as it stands on the card, complete or not.</summary>
/// <param name="Marks">By the date's key; only dates of the poll, only marks there are.</param>
/// <param name="Comment">As typed.</param>
internal sealed record VoteForm(IReadOnlyDictionary<string, PollMark> Marks, string Comment)
{
    private const int LongestGivenBack = 1_000;

    /// <summary>What stands in the form of somebody before they touch it: their vote so far.</summary>
    public static VoteForm Of(DatePoll poll, string voter) =>
        poll.Ballots.TryGetValue(voter, out Ballot? ballot)
            ? new(ballot.Marks, ballot.Comment)
            : new(new Dictionary<string, PollMark>(), "");

    /// <summary>Reads what was filled in. <c>all</c> = yes means ○ to every date, whatever is chosen.</summary>
    public static VoteForm Read(DatePoll poll, ActionForm form)
    {
        bool all = form.Text("all") == "yes";
        Dictionary<string, PollMark> marks = [];
        foreach (PollCandidate candidate in poll.Candidates)
        {
            if ((all ? PollMark.Yes : MarkOf(form.Text(InputOf(candidate)))) is { } mark)
            {
                marks[candidate.Key] = mark;
            }
        }
        string comment = form.Text("in_comment") ?? "";
        return new(marks, comment.Length > LongestGivenBack ? comment[..LongestGivenBack] : comment);
    }

    /// <summary>The dates nothing is said about.</summary>
    public IEnumerable<PollCandidate> MissingIn(DatePoll poll) =>
        poll.Candidates.Where(c => !Marks.ContainsKey(c.Key)).OrderBy(c => c.Slot.Start);

    /// <summary>The input of a date.</summary>
    public static string InputOf(PollCandidate candidate) => $"{CardInput.IdPrefix}m_{candidate.Key}";

    /// <summary>A mark as cards carry it.</summary>
    public static string CodeOf(PollMark mark) =>
        mark switch
        {
            PollMark.Yes => "y",
            PollMark.Maybe => "m",
            PollMark.No => "n",
            _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "No such mark."),
        };

    private static PollMark? MarkOf(string? code) =>
        code switch
        {
            "y" => PollMark.Yes,
            "m" => PollMark.Maybe,
            "n" => PollMark.No,
            _ => null,
        };
}

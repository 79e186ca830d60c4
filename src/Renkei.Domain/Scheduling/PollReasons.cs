using Renkei.Domain.Time;

namespace Renkei.Domain.Scheduling;

/// <summary>Sentences about the result of a poll.</summary>
public static class PollReasons
{
    private const int Named = 3;

    /// <summary>Which date leads and why, or which ones tie and what their order means.</summary>
    public static LocalText Of(PollResult result)
    {
        IReadOnlyList<PollStanding> leaders = result.Leaders;
        PollStanding first = leaders[0];
        if (result.Standings.All(s => s.Yes.Count + s.Maybe.Count + s.No.Count == 0))
        {
            return new("まだ回答がありません。", "There is no answer yet.");
        }
        if (leaders.Count > 1)
        {
            LocalText count = Count(first);
            LocalText dates = Dates(leaders);
            return new(
                $"{dates.Ja}が同点です（{count.Ja}）。早い日から並べています。",
                $"{dates.En} tie ({count.En}). The earlier stands first."
            );
        }
        LocalText why = result.Lead switch
        {
            PollDifference.Quorum when first.Gaps.Count == 0 => new(
                "出席が必要な団体がそろう日です。",
                "every organisation that is needed can come."
            ),
            PollDifference.Quorum => new(
                "出席が必要な団体がもっともそろう日です。",
                "most of the organisations that are needed can come."
            ),
            PollDifference.RequiredPeople => new(
                "必須の方の都合がもっともよい日です。",
                "it suits the required people best."
            ),
            PollDifference.Yes => new("○がもっとも多い日です。", "it has the most ○."),
            PollDifference.YesAndMaybe => new(
                "△を含めて、来られる方がもっとも多い日です。",
                "counting △, most can come."
            ),
            _ => new("候補はこの日だけです。", "it is the only date."),
        };
        LocalText date = Date(first);
        return new($"{date.Ja}が第一候補です。{why.Ja}", $"{date.En} comes first: {why.En}");
    }

    /// <summary>○8 △1 ×0, and who has not answered.</summary>
    public static LocalText Count(PollStanding standing)
    {
        string signs = $"○{standing.Yes.Count} △{standing.Maybe.Count} ×{standing.No.Count}";
        return standing.Waiting.Count == 0
            ? new(signs, signs)
            : new($"{signs} 未回答{standing.Waiting.Count}", $"{signs}, {standing.Waiting.Count} to answer");
    }

    private static LocalText Dates(IReadOnlyList<PollStanding> tied)
    {
        LocalText[] dates = [.. tied.Take(Named).Select(Date)];
        int more = tied.Count - dates.Length;
        return new(
            string.Join("と", dates.Select(d => d.Ja)) + (more == 0 ? "" : $"ほか{more}件"),
            string.Join(" and ", dates.Select(d => d.En)) + (more == 0 ? "" : $" and {more} more")
        );
    }

    private static LocalText Date(PollStanding standing) =>
        new(
            TokyoTime.Brief(standing.Candidate.Slot.Start, Language.Japanese),
            TokyoTime.Brief(standing.Candidate.Slot.Start, Language.English)
        );
}

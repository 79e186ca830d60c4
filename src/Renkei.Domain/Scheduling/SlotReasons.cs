namespace Renkei.Domain.Scheduling;

/// <summary>One line that says why a slot stands where it stands.</summary>
public static class SlotReasons
{
    private const int Named = 3;

    /// <summary>e.g. 医師会長のみ予定あり / Only 医師会長 is busy.</summary>
    public static LocalText Of(SlotProposal proposal)
    {
        List<LocalText> parts = [];
        parts.AddRange(proposal.Gaps.Where(g => g.Lacking > 0).Select(Lacking));
        if (proposal.Busy is [var only])
        {
            parts.Add(new($"{Marked(only).Ja}のみ予定あり", $"only {Marked(only).En} is busy"));
        }
        else if (proposal.Busy.Count > 0)
        {
            LocalText names = Names(proposal.Busy);
            parts.Add(new($"{names.Ja}に予定あり", $"{names.En} are busy"));
        }
        if (proposal.Room.State == RoomState.None)
        {
            parts.Add(new("空いている会議室なし", "no room is free"));
        }
        if (proposal.Tentative.Count > 0)
        {
            LocalText names = Names(proposal.Tentative);
            parts.Add(new($"{names.Ja}に仮の予定", $"provisional for {names.En}"));
        }
        if (proposal.Room is { State: RoomState.Uncertain, Room: { } room })
        {
            parts.Add(new($"{room.Name}は要確認", $"{room.Name} to be confirmed"));
        }
        if (proposal.Unknown.Count > 0)
        {
            // People who cannot be seen are only said in full when there is nothing else against the slot.
            LocalText names = Names(proposal.Unknown);
            parts.Add(
                parts.Count == 0
                    ? new($"{names.Ja}は要確認、ほかは全員可", $"everyone free, {names.En} to be asked")
                    : new($"{names.Ja}は要確認", $"{names.En} to be asked")
            );
        }
        else if (parts.Count == 0)
        {
            parts.Add(new("全員参加できます", "everyone is free"));
        }
        return new(string.Join("・", parts.Select(p => p.Ja)), Sentence(parts));
    }

    private static string Sentence(IEnumerable<LocalText> parts)
    {
        string all = string.Join("; ", parts.Select(p => p.En));
        return char.ToUpperInvariant(all[0]) + all[1..];
    }

    private static LocalText Lacking(QuorumGap gap) =>
        new($"{gap.Rule.Name.Ja}がそろいません（あと{gap.Lacking}）", $"{gap.Rule.Name.En}: {gap.Lacking} too few");

    private static LocalText Marked(Invitee invitee) =>
        invitee.Required
            ? new($"{invitee.Name}（必須）", $"{invitee.Name} (required)")
            : new(invitee.Name, invitee.Name);

    private static LocalText Names(IReadOnlyList<Invitee> people)
    {
        if (people.Count <= Named)
        {
            return new(
                string.Join("、", people.Select(p => Marked(p).Ja)),
                string.Join(", ", people.Select(p => Marked(p).En))
            );
        }
        int required = people.Count(p => p.Required);
        return required == 0
            ? new($"{people.Count}名", English.Count(people.Count, "person", "people"))
            : new(
                $"{people.Count}名（必須{required}名）",
                $"{English.Count(people.Count, "person", "people")} ({required} required)"
            );
    }
}

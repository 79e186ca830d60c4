using System.Text;
using Renkei.Bot.Checklists;
using Renkei.Bot.Themes;
using Renkei.Domain.Checklists;
using Renkei.Domain.Playbooks;

namespace Renkei.Bot.Features.Checklist;

/// <summary>What the card of a role group shows.</summary>
/// <param name="Summary">The theme.</param>
/// <param name="Playbook">The centre's playbook.</param>
/// <param name="Group">The role group.</param>
/// <param name="Items">The stored lines by item key.</param>
/// <param name="Filled">What the person filled in and has not saved, to be given back; empty for a fresh card.</param>
/// <param name="LastSave">What 「元に戻す」 would take back; <see langword="null"/> for nothing.</param>
/// <param name="Notice">What just happened, if anything.</param>
internal sealed record WalkView(
    ThemeSummary Summary,
    Playbook Playbook,
    RoleGroup Group,
    IReadOnlyDictionary<string, ItemState> Items,
    AnswerForm Filled,
    string? LastSave,
    WalkNotice? Notice
)
{
    // A thousand Japanese characters.
    private const int MuchText = 3000;

    /// <summary>The stored state of a line.</summary>
    public ItemState StateOf(ItemId item) => Items.GetValueOrDefault(item.Key, ItemState.Untouched);

    /// <summary>What the person filled in for a line, if it is to be given back.</summary>
    public AnswerLine? FilledFor(ItemId item) =>
        Filled.Lines.Count == 0 ? null : Filled.Lines.FirstOrDefault(l => l.Item.Id == item);

    /// <summary>
    /// Whether so much was written that the card has room for the inputs only: everything else that says it again, and the examples,
    /// are left out, so that it stays below what Teams takes.
    /// </summary>
    public bool IsFull =>
        isFull ??= Group.Items.Sum(i => TextBytes(FilledFor(i.Id)?.Mine ?? StateOf(i.Id).Answer)) > MuchText;

    // Every line asks.
    private bool? isFull;

    /// <summary>The stage the group is in.</summary>
    public Stage Stage => Playbook.Stages.First(s => s.Groups.Contains(Group));

    private static int TextBytes(Answer answer) =>
        Encoding.UTF8.GetByteCount(answer.Note)
        + Encoding.UTF8.GetByteCount(answer.Reason)
        + Encoding.UTF8.GetByteCount(answer.NextStep?.What ?? "");

    /// <summary>Place of the group among all, from 1.</summary>
    public int Place => Playbook.Groups.TakeWhile(g => g != Group).Count() + 1;
}

/// <summary>One sentence at the top of the card.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Kind">How it looks and which buttons come with it.</param>
internal sealed record WalkNotice(string Text, WalkNoticeKind Kind);

/// <summary>Kinds of notices.</summary>
internal enum WalkNoticeKind
{
    /// <summary>Something was saved or taken back.</summary>
    Done,

    /// <summary>Something has to be corrected.</summary>
    Refused,

    /// <summary>What was typed may be personal data; the person decides.</summary>
    PersonalData,
}

using Renkei.Bot.Councils;
using Renkei.Bot.Feedback;
using Renkei.Bot.Polls;
using Renkei.Domain;

namespace Renkei.Bot.Features.Reminders;

/// <summary>A kind of message people may do without.</summary>
/// <param name="Code">Stored; stays the same for ever.</param>
/// <param name="Name">In the reader's words.</param>
internal sealed record ReminderCategory(string Code, LocalText Name)
{
    /// <summary>What cannot be switched off: a meeting that was moved, and people Renkei could not reach.</summary>
    public static ReminderCategory Always { get; } =
        new(
            CouncilCategories.Always,
            new(
                "日程変更・中止、届かなかった方の知らせ",
                "Moved or cancelled meetings, and people who could not be reached"
            )
        );

    /// <summary>What people may switch off, in the order in which it is offered.</summary>
    public static IReadOnlyList<ReminderCategory> Optional { get; } =
    [
        new(CouncilCategories.Ahead, new("会議が近づいたときのまとめ", "Summary as a council comes nearer")),
        new(CouncilCategories.Task, new("自分の作業の期限", "My tasks as they fall due")),
        new(CouncilCategories.Assigned, new("作業の担当になったとき", "When I am given a task")),
        new(
            CouncilCategories.Overdue,
            new("ほかの方の作業や約束の遅れ", "Others' tasks and agreements that are overdue")
        ),
        new(CouncilCategories.Agreement, new("会議で決めた約束の期限", "What I agreed to do at a council")),
        new(CouncilCategories.Invitation, new("会議の案内と出欠の確認", "Invitations, and whether I come")),
        new(CouncilCategories.Sheet, new("事前シートのお願い", "Information sheets")),
        new(CouncilCategories.Minutes, new("会議の記録", "Minutes of councils")),
        new(PollCategories.Nudge, new("日程の投票の締切が近いとき", "Date polls I have not answered")),
        new(PollCategories.Decided, new("日程の投票で日が決まったとき", "Dates settled by a poll")),
        new(FeedbackNotices.Category, new("県本庁からのフィードバック", "Feedback from head office")),
        new(FeedbackNotices.ReplyCategory, new("フィードバックへの返事", "Replies to my feedback")),
    ];
}

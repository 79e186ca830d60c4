using Renkei.Domain;
using Renkei.Domain.Checklists;

namespace Renkei.Bot.Themes;

/// <summary>What a theme's page says, and what every feature says about themes.</summary>
internal static class ThemeTexts
{
    public static readonly LocalText List = new("段階チェック", "Stage check");
    public static readonly LocalText Open = new("開く", "Open");
    public static readonly LocalText Edit = new(
        "名前・市町村・メンバーを変える",
        "Change name, municipalities, members"
    );
    public static readonly LocalText Back = new("一覧へ", "Back to the list");
    public static readonly LocalText ToNext = new("次の一歩を開く", "Open the next step");
    public static readonly LocalText Group = new("ほかの役割を開く", "Open another role");
    public static readonly LocalText OpenGroup = new("この役割を開く", "Open this role");
    public static readonly LocalText AnswerInPersonalChat = new(
        "答えるのは個人チャットで",
        "Answer in your personal chat"
    );
    public static readonly LocalText Gone = new(
        "この取り組みは見つかりませんでした。一覧から選び直してください。",
        "This theme was not found. Please choose again from the list."
    );
    public static readonly LocalText NotYours = new(
        "この取り組みを見られるのは、その保健所と関係する市町村、県本庁の方です。",
        "Only its health centre, the municipalities concerned and head office can see this theme."
    );
    public static readonly LocalText AllReached = new(
        "すべての取り組みが実施中か定着です。評価の時期を決めて、見直しを続けましょう。",
        "Every activity is in progress or established. Fix the time of the next evaluation and keep improving."
    );

    public static LocalText Stage(int number, LocalText name) =>
        new($"段階{number} {name.Ja}", $"Stage {number}: {name.En}");

    public static LocalText LastChange(string name, string at) =>
        new($"最後の記録：{name}さん {at}", $"Last answer: {name}, {at}");

    public static LocalText MissingItems(int count, string sources) =>
        new($"あと{count}項目：{sources}", $"{count} to go: {sources}");

    public static LocalText MayNotEdit(LocalText centre) =>
        new(
            $"この取り組みに答えられるのは、{centre.Ja}の保健師と調整役の方です。",
            $"Nurses and coordinators of {centre.En} can answer this theme."
        );

    /// <summary>The next useful step in one sentence with its reason (R9).</summary>
    public static LocalText NextStep(Progress progress) =>
        progress.Next is not { } next ? AllReached
        : progress.ReachedBefore is not { } before
            ? new($"はじめは{next.NextStep.Ja}です（{next.Source}）。", $"First: {next.NextStep.En} ({next.Source}).")
        : new(
            $"{before.Source}まで済んでいます。次は{next.NextStep.Ja}です（{next.Source}）。",
            $"Done up to {before.Source}. Next: {next.NextStep.En} ({next.Source})."
        );
}

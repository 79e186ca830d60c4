using Renkei.Domain;
using Renkei.Domain.Checklists;

namespace Renkei.Bot.Features.Themes;

/// <summary>The texts of the list of themes, a theme's overview and a new theme.</summary>
internal static class ThemeTexts
{
    public static readonly LocalText List = new("段階チェック", "Stage check");
    public static readonly LocalText ListDescription = new(
        "取り組みの一覧と進み具合を出します",
        "Lists the themes and how far they are"
    );
    public static readonly LocalText NewTheme = new("新しい取り組み", "New theme");
    public static readonly LocalText NewThemeDescription = new("取り組みテーマを一つ始めます", "Starts a theme");
    public static readonly LocalText NoThemes = new(
        "まだ取り組みがありません。まず一つ、気になっている課題から始めましょう。",
        "There are no themes yet. Start with one issue you have on your mind."
    );
    public static readonly LocalText NoThemesForReader = new(
        "見られる取り組みがまだありません。",
        "There are no themes you can see yet."
    );
    public static readonly LocalText Open = new("開く", "Open");
    public static readonly LocalText PreviousYear = new("前の年度", "Previous fiscal year");
    public static readonly LocalText NextYear = new("次の年度", "Next fiscal year");
    public static readonly LocalText More = new("続きを見る", "Show more");
    public static readonly LocalText ChooseCentre = new(
        "どの保健所の取り組みを見ますか。",
        "Which health centre's themes?"
    );
    public static readonly LocalText Centre = new("保健所", "Health centre");
    public static readonly LocalText Field = new("分野", "Field");
    public static readonly LocalText FieldError = new("分野を一つ選んでください。", "Please choose a field.");
    public static readonly LocalText Name = new("取り組みの名前", "Name of the theme");
    public static readonly LocalText NamePlaceholder = new(
        "例：退院支援ルールづくり",
        "e.g. Rules for discharge support"
    );
    public static readonly LocalText NameError = new(
        "名前を40文字までで入れてください。",
        "Please enter a name of up to 40 characters."
    );
    public static readonly LocalText Municipalities = new("関係する市町村", "Municipalities concerned");
    public static readonly LocalText MunicipalitiesError = new(
        "市町村を一つ以上選んでください。",
        "Please choose at least one municipality."
    );
    public static readonly LocalText Members = new("一緒に進める人", "People who work on it");
    public static readonly LocalText Create = new("つくって始める", "Create and begin");
    public static readonly LocalText Save = new("保存する", "Save");
    public static readonly LocalText Edit = new(
        "名前・市町村・メンバーを変える",
        "Change name, municipalities, members"
    );
    public static readonly LocalText Back = new("一覧へ", "Back to the list");
    public static readonly LocalText Walk = new("答える", "Answer");
    public static readonly LocalText Continue = new("続きから", "Continue");
    public static readonly LocalText ToNext = new("次の一歩を開く", "Open the next step");
    public static readonly LocalText Group = new("ほかの役割を開く", "Open another role");
    public static readonly LocalText OpenGroup = new("この役割を開く", "Open this role");
    public static readonly LocalText Missing = new("残り", "Open");
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
    public static readonly LocalText AlreadyMade = new(
        "この取り組みはもうできています。変えるときは下のボタンからどうぞ。",
        "This theme is there already. To change it, use the button below."
    );
    public static readonly LocalText Remembered = new("保存しました。", "Saved.");
    public static readonly LocalText AllReached = new(
        "すべての取り組みが実施中か定着です。評価の時期を決めて、見直しを続けましょう。",
        "Every activity is in progress or established. Fix the time of the next evaluation and keep improving."
    );
    public static readonly LocalText Ready = new("そろいました", "Ready");
    public static readonly LocalText NobodyYet = new("まだだれも答えていません", "Nobody has answered yet");

    public static LocalText ChangedMeanwhile(string stands) =>
        new(
            $"ほかの方が先に変えています（いま：{stands}）。入力はそのまま残しました。これでよければ、もう一度保存してください。",
            $"Somebody else changed it first (now: {stands}). What you entered is still here; save again if it shall be so."
        );

    public static LocalText ListHeading(LocalText centre, LocalText year) =>
        new($"段階チェック（{centre.Ja}・{year.Ja}）", $"Stage check ({centre.En}, {year.En})");

    public static LocalText Stage(int number, LocalText name) =>
        new($"段階{number} {name.Ja}", $"Stage {number}: {name.En}");

    public static LocalText Current(int number) => new($"いま段階{number}", $"Now at stage {number}");

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

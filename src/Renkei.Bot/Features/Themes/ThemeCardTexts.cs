using Renkei.Domain;

namespace Renkei.Bot.Features.Themes;

/// <summary>The texts of the list of themes and of the card for a new or changed one.</summary>
internal static class ThemeCardTexts
{
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
    public static readonly LocalText Continue = new("続きから", "Continue");
    public static readonly LocalText AlreadyMade = new(
        "この取り組みはもうできています。変えるときは下のボタンからどうぞ。",
        "This theme is there already. To change it, use the button below."
    );
    public static readonly LocalText Remembered = new("保存しました。", "Saved.");
    public static readonly LocalText Ready = new("そろいました", "Ready");
    public static readonly LocalText NobodyYet = new("まだだれも答えていません", "Nobody has answered yet");

    public static LocalText ChangedMeanwhile(string stands) =>
        new(
            $"ほかの方が先に変えています（いま：{stands}）。入力はそのまま残しました。これでよければ、もう一度保存してください。",
            $"Somebody else changed it first (now: {stands}). What you entered is still here; save again if it shall be so."
        );

    public static LocalText ListHeading(LocalText centre, LocalText year) =>
        new($"段階チェック（{centre.Ja}・{year.Ja}）", $"Stage check ({centre.En}, {year.En})");

    public static LocalText Current(int number) => new($"いま段階{number}", $"Now at stage {number}");
}

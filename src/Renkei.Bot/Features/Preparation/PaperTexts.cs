using Renkei.Domain;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Preparation;

/// <summary>What the cards of papers say.</summary>
internal static class PaperTexts
{
    public static readonly LocalText None = new(
        "資料はまだありません。だれが何を持ち寄るかを並べておくと、足りないものが会議の一覧に出ます。",
        "There are no papers yet. List who brings what, and what is missing shows in the list of councils."
    );
    public static readonly LocalText Ready = new("そろった", "It is ready");
    public static readonly LocalText NotReady = new("まだに戻す", "Not ready yet");
    public static readonly LocalText Open = new("資料を見る", "Look at it");
    public static readonly LocalText Edit = new("変える", "Change");
    public static readonly LocalText Add = new("資料を足す", "Add a paper");
    public static readonly LocalText AddThis = new("この資料を足す", "Add this paper");
    public static readonly LocalText Remove = new("この資料を消す", "Remove this paper");
    public static readonly LocalText Back = new("資料の一覧へ", "Back to the papers");
    public static readonly LocalText Heading = new("資料", "Paper");

    public static readonly LocalText Title = new("資料の名前", "Title");
    public static readonly LocalText TitlePlaceholder = new(
        "例：管内の課題をまとめた図表",
        "e.g. The area's issues in charts"
    );
    public static readonly LocalText TitleError = new(
        $"資料の名前を{Paper.TitleLength}文字までで書いてください。",
        $"Give it a title of up to {Paper.TitleLength} characters."
    );
    public static readonly LocalText By = new("だれが用意するか", "Who brings it");
    public static readonly LocalText ByPlaceholder = new(
        "例：市立病院 地域連携室",
        "e.g. City hospital, liaison office"
    );
    public static readonly LocalText ByError = new(
        $"用意する人は{Participant.NameLength}文字までで書いてください。",
        $"Name who brings it in up to {Participant.NameLength} characters."
    );
    public static readonly LocalText Link = new("置き場所のリンク（あれば）", "Where it lies (link, if any)");
    public static readonly LocalText LinkError = new(
        $"リンクは https:// で始まるものを、{Paper.LinkLength}文字までで入れてください。",
        $"A link begins with https:// and has up to {Paper.LinkLength} characters."
    );
    public static readonly LocalText NoOne = new("用意する人はまだ決まっていません", "nobody brings it yet");
    public static readonly LocalText IsReady = new("✓ そろいました", "✓ ready");
    public static readonly LocalText IsOpen = new("まだです", "not ready");
    public static readonly LocalText Gone = new(
        "この資料はもう一覧にありません。",
        "This paper is not on the list any more."
    );
    public static readonly LocalText Saved = new("保存しました。", "Saved.");
    public static readonly LocalText TooMany = new(
        $"資料は{Council.MostPapers}件までです。いらないものを消してから足してください。",
        $"A council has at most {Council.MostPapers} papers. Remove one that is not needed first."
    );
    public static readonly LocalText AlreadyAdded = new(
        "この資料はもう足してあります。中身が違うので、変えるときは保存を押してください。",
        "This paper is there already, but differs. Press Save to change it."
    );

    public static LocalText BroughtBy(string who) => new($"用意：{who}", $"from: {who}");

    public static LocalText MarkedReady(string paper) => new($"「{paper}」がそろいました。", $"“{paper}” is ready.");

    public static LocalText MarkedOpen(string paper) =>
        new($"「{paper}」をまだに戻しました。", $"“{paper}” is not ready yet.");

    public static LocalText Added(string paper) => new($"「{paper}」を足しました。", $"Added “{paper}”.");

    public static LocalText Removed(string paper) => new($"「{paper}」を消しました。", $"Removed “{paper}”.");

    public static LocalText Restored(string paper) => new($"「{paper}」を元に戻しました。", $"“{paper}” is back.");
}

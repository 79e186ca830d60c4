using Renkei.Domain;

namespace Renkei.Bot.Features.Requests;

/// <summary>What the list of requests says.</summary>
internal static class ListTexts
{
    public static readonly LocalText Ended = new("終わった相談", "Requests that ended");
    public static readonly LocalText ShowEnded = new("終わった相談を見る", "Show those that ended");
    public static readonly LocalText ShowOpen = new("開いている相談を見る", "Show those that are open");
    public static readonly LocalText More = new("続きを見る", "Show more");
    public static readonly LocalText FromStart = new("はじめから", "From the beginning");
    public static readonly LocalText Centre = new("保健所", "Health centre");
    public static readonly LocalText Prefecture = new("都道府県", "Prefecture");
    public static readonly LocalText AllCentres = new("すべての保健所", "All health centres");
    public static readonly LocalText Narrow = new("選んだところを見る", "Show these");
    public static readonly LocalText NothingEnded = new("終わった相談はまだありません。", "None has ended yet.");
    public static readonly LocalText OnlyMembers = new(
        "相談の一覧は、保健所と県本庁の方が見られます。",
        "The list is for health centres and head office."
    );
    public static readonly LocalText NothingForHeadOffice = new(
        "対応を待っている相談はありません。届くと窓口のチャネルに出ます。",
        "No request is waiting. New ones appear in head office's channel."
    );
    public static readonly LocalText NothingForCentre = new(
        "開いている相談はありません。困ったことがあれば「本庁に相談」からどうぞ。",
        "No request is open. If something is difficult, ask head office."
    );

    public static LocalText Counts(int open, int overdue) =>
        overdue == 0
            ? new($"開いている相談 {open}件", $"{open} open")
            : new(
                $"開いている相談 {open}件（うち目安の日を過ぎたもの {overdue}件）",
                $"{open} open, {overdue} of them late"
            );
}

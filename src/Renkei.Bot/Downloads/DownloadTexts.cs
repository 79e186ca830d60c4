using System.Globalization;
using Renkei.Activities.Files;
using Renkei.Domain;

namespace Renkei.Bot.Downloads;

/// <summary>What the cards around a file say.</summary>
internal static class DownloadTexts
{
    public static readonly LocalText Export = new("書き出し", "Export");
    public static readonly LocalText Help = new("ヘルプ", "Help");
    public static readonly LocalText Ready = new("ファイルを用意しました", "The file is ready");
    public static readonly LocalText HowToAccept = new(
        "下のファイルで「許可」を押すと、あなたの OneDrive に入ります。中身は、押したときの最新の記録です。",
        "Press “Allow” on the file below and it goes into your OneDrive, with the records as they stand at that moment."
    );
    public static readonly LocalText OnlyYours = new(
        "ほかの方へ渡すときは、中身を確かめてからにしてください。",
        "Please look through it before you pass it on."
    );
    public static readonly LocalText NotReady = new("ファイルを届けられませんでした", "The file could not be offered");
    public static readonly LocalText NotOffered = new(
        "いま Teams が混み合っています。1分ほどおいて、もう一度押してください。",
        "Teams is busy just now. Please wait a minute and press again."
    );
    public static readonly LocalText Again = new("もう一度用意する", "Make it again");
    public static readonly LocalText Others = new("ほかの書き出し", "Other exports");
    public static readonly LocalText Delivered = new("ファイルを保存しました", "The file is saved");
    public static readonly LocalText Declined = new("ファイルは保存していません", "The file was not saved");
    public static readonly LocalText DeclinedMeans = new(
        "必要になったら、いつでもまた用意できます。",
        "It can be made again whenever you need it."
    );
    public static readonly LocalText NotSaved = new("ファイルを保存できませんでした", "The file could not be saved");
    public static readonly LocalText InPersonalChat = new(
        "Teams では、グループやチャネルでファイルを渡せません。個人チャットで「書き出し」と送ってください。",
        "Teams lets me hand over files in personal chats only. Send “export” to me there."
    );
    public static readonly LocalText ToPersonalChat = new("個人チャットを開く", "Open the personal chat");
    public static readonly LocalText UnknownKind = new(
        "このファイルはもう作れません。書き出すものを選び直してください。",
        "This file cannot be made any more. Please choose anew what to export."
    );

    public static LocalText ReadyFile(string name, string size) => new($"**{name}**（{size}）", $"**{name}** ({size})");

    public static LocalText DeliveredFile(string name, string size) =>
        new($"**{name}**（{size}）を OneDrive に保存しました。", $"**{name}** ({size}) is in your OneDrive.");

    /// <summary>12 KB, 1.4 MB.</summary>
    public static string Size(int bytes) =>
        bytes < 1024 * 1024
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (bytes + 1023) / 1024)} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.0} MB");

    public static LocalText Why(UploadFault fault) =>
        fault switch
        {
            UploadFault.Busy => new(
                "OneDrive が混み合っているか、つながりません。1分ほどおいて、もう一度用意してください。",
                "OneDrive is busy or cannot be reached. Please wait a minute and make it again."
            ),
            UploadFault.Expired => new(
                "時間がたって、受け取りの手続きが切れました。もう一度用意すると、すぐ受け取れます。",
                "The offer had expired. Make it again and take it at once."
            ),
            UploadFault.UntrustedHost => new(
                "保存先が Microsoft の OneDrive ではないため、送っていません。続くときは管理者にお知らせください。",
                "The place to save it is not Microsoft's OneDrive, so nothing was sent. Tell your administrator if it goes on."
            ),
            _ => new(
                "OneDrive が受け取りませんでした。空き容量を確かめてから、もう一度用意してください。",
                "OneDrive did not take it. Please check the space that is left and make it again."
            ),
        };
}

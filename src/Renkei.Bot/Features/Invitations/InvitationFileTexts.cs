using Renkei.Domain;
using Renkei.Domain.Invitations;

namespace Renkei.Bot.Features.Invitations;

/// <summary>What the card of invitation files says.</summary>
internal static class InvitationFileTexts
{
    public static readonly LocalText Heading = new("招待ファイル（.ics）", "Invitation file (.ics)");
    public static readonly LocalText First = new(
        "メールに添付すると、相手の予定表に入ります。Microsoft 365 をお使いでない方に向いています。",
        "Attached to a mail it goes into the other side's calendar. It is meant for people without Microsoft 365."
    );
    public static readonly LocalText Same = new(
        "前に作ったファイルから、日時と会場は変わっていません。同じ版のファイルを作ります。",
        "Time and place are as in the file made before. The same version is made again."
    );
    public static readonly LocalText Changed = new(
        "前に作ったファイルから、日時か会場が変わっています。新しいファイルを送ると、相手の予定が置きかわります。",
        "Time or place changed since the last file. Send the new one and it replaces the old entry."
    );
    public static readonly LocalText Cancelled = new(
        "中止を伝えるファイルです。送ると、相手の予定表から取り消されます。",
        "This file calls the meeting off: it takes the entry out of the other side's calendar."
    );
    public static readonly LocalText NothingToCancel = new(
        "招待ファイルはまだだれにも作っていないので、中止のファイルは要りません。",
        "No invitation file was made for anybody, so there is none to call off."
    );
    public static readonly LocalText NobodyByMail = new(
        "メールで案内する方がいません。参集者にメールアドレスを入れると、ここで選べます。",
        "Nobody is to be invited by mail. Enter mail addresses of participants and they can be chosen here."
    );
    public static readonly LocalText Who = new("だれのファイルですか", "For whom");
    public static readonly LocalText WhoError = new("相手を選んでください。", "Please choose for whom.");
    public static readonly LocalText Mail = new("返事を受けるメールアドレス", "Mail address for the answers");
    public static readonly LocalText MailHint = new("例：tiiki@pref.example.jp", "e.g. office@pref.example.jp");
    public static readonly LocalText MailError = new(
        "返事を受けるメールアドレスを入れてください（例：tiiki@pref.example.jp）。",
        "Please enter the mail address for the answers (e.g. office@pref.example.jp)."
    );
    public static readonly LocalText SeeEachOther = new(
        "全員で1つのファイルには、全員の名前とアドレスが入ります。互いに見せないときは、1人ずつ作ってください。",
        "One file for all holds everybody's name and address. Make one for each where they shall not see each other."
    );
    public static readonly LocalText Make = new("ファイルを作る", "Make the file");
    public static readonly LocalText Next = new(
        "メールに添付して送ってください。送ったら「返事と電話・メール」で「伝えた」を押すと、案内済みになります。",
        "Attach it to a mail and send it. Then press “Told” under answers and calls, so that it counts as invited."
    );
    public static readonly LocalText NextCancelled = new(
        "メールに添付して送ってください。相手が開くと、予定が取り消されます。",
        "Attach it to a mail and send it. The entry is taken out when it is opened."
    );
    public static readonly LocalText Invitation = new("招待", "invitation");
    public static readonly LocalText Cancellation = new("中止", "cancelled");

    public static LocalText Everybody(int people) => new($"全員で1つ（{people}人）", $"One for all ({people})");

    public static LocalText WithoutMail(int people, string names) =>
        new($"メールアドレスのない方（{people}人）：{names}", $"Without a mail address ({people}): {names}");

    public static LocalText Description(Invitation invitation) =>
        invitation.IsCancelled
            ? new(
                $"中止のお知らせ・{invitation.Invited.Count}人・第{invitation.Sequence + 1}版",
                $"Cancellation for {invitation.Invited.Count}, version {invitation.Sequence + 1}"
            )
            : new(
                $"予定表に入る招待・{invitation.Invited.Count}人・第{invitation.Sequence + 1}版",
                $"Invitation for {invitation.Invited.Count}, version {invitation.Sequence + 1}"
            );
}

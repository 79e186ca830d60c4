using Renkei.Domain;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Invitations;

/// <summary>What the cards about inviting people and their answers say.</summary>
internal static class InvitationTexts
{
    public static readonly LocalText Words = new("案内のことば", "Words of the invitation");
    public static readonly LocalText WordsError = new(
        $"案内のことばを{Council.InvitationLength}文字までで書いてください。",
        $"Please write the invitation in up to {Council.InvitationLength} characters."
    );
    public static readonly LocalText Below = new(
        "この下に、いまの日時・会場・議題などがそのまま付きます。あとで日程が変わっても、案内は新しい日程で出ます。",
        "Date, place and agenda follow as they stand. If the date changes later, the invitation shows the new one."
    );
    public static readonly LocalText When = new("日時", "When");
    public static readonly LocalText Place = new("会場", "Place");
    public static readonly LocalText Online = new("オンライン", "Online");
    public static readonly LocalText Agenda = new("議題", "Agenda");
    public static readonly LocalText Papers = new("資料", "Papers");
    public static readonly LocalText NotYet = new("まだ決まっていません", "not settled yet");
    public static readonly LocalText NoDate = new(
        "日程が決まると案内を送れます。先に日程を決めましょう。",
        "Invitations can go out once the date is set. Settle the date first."
    );
    public static readonly LocalText NoPeople = new(
        "案内する相手がまだいません。先に参集者を決めましょう。",
        "There is nobody to invite yet. Settle who takes part first."
    );
    public static readonly LocalText IsOver = new(
        "会議の時刻を過ぎたので、案内はもう送れません。",
        "The meeting has begun or is over; invitations cannot go out any more."
    );
    public static readonly LocalText ToDate = new("日程を決める", "Settle the date");
    public static readonly LocalText ToPeople = new("参集者を決める", "Settle who takes part");
    public static readonly LocalText People = new("返事と電話・メール", "Answers and calls");
    public static readonly LocalText PeopleHeading = new("案内と返事", "Invitations and answers");
    public static readonly LocalText TextToCopy = new("文面を写す", "Text to copy");
    public static readonly LocalText CopyLabel = new(
        "電話・メールで使う文面（写して使えます）",
        "For mail and telephone (copy it)"
    );
    public static readonly LocalText Back = new("案内へ戻る", "Back to the invitation");
    public static readonly LocalText AskHeading = new("Teams で案内を送りますか", "Send invitations in Teams?");
    public static readonly LocalText AskMeans = new(
        "送った案内は取り消せません。相手はカードのボタンで出欠を返せます。",
        "What was sent cannot be taken back. People answer with the buttons of the card."
    );
    public static readonly LocalText SendDo = new("送る", "Send");
    public static readonly LocalText NobodyLeft = new(
        "Teams で送る相手は残っていません。",
        "Nobody is left to be invited in Teams."
    );
    public static readonly LocalText Told = new("伝えた", "Told");
    public static readonly LocalText NotTold = new("まだ案内していません", "not invited yet");
    public static readonly LocalText InTeams = new("Teams の案内を待っています", "waits for the invitation in Teams");
    public static readonly LocalText Gone = new(
        "この方はもう参集者の一覧にいません。",
        "This person is not on the list any more."
    );
    public static readonly LocalText AnswersClosed = new(
        "この会議は終わり、記録もできています。返事は変えられません。",
        "This council took place and its minutes are closed. Answers stay."
    );

    public static LocalText Send(int people) => new($"Teams で案内する（{people}人）", $"Invite in Teams ({people})");

    public static LocalText SendTo(int people, string names) =>
        new($"送る相手（{people}人）：{names}", $"To be invited ({people}): {names}");

    public static LocalText CallTo(int people, string names) =>
        new($"電話・メールで伝える相手（{people}人）：{names}", $"To be told by you ({people}): {names}");

    public static LocalText Sending(int people) =>
        new(
            $"{people}人に Teams で案内を送ります（届いたかは「通知の記録」で分かります）。",
            people == 1
                ? "1 invitation is on its way (the record of notices shows whether it arrived)."
                : $"{people} invitations are on their way (the record of notices shows whether they arrived)."
        );

    public static LocalText Invited(int invited, int all) =>
        new($"案内 {invited}/{all}人", $"{invited} of {all} invited");

    public static LocalText Counted(int yes, int no, int maybe, int none) =>
        new(
            $"出席 {yes}・欠席 {no}・未定 {maybe}・返事なし {none}",
            $"{yes} come, {no} cannot, {maybe} not sure, {none} no answer"
        );

    public static LocalText NoAnswerFrom(string names) =>
        new($"返事がまだの方：{names}", $"No answer yet from: {names}");

    public static LocalText Answer(Rsvp answer) =>
        answer switch
        {
            Rsvp.Yes => new("出席", "Comes"),
            Rsvp.No => new("欠席", "Cannot come"),
            Rsvp.Maybe => new("未定", "Not sure"),
            _ => new("返事はまだです", "no answer yet"),
        };

    public static LocalText AnsweredBy(LocalText answer, string who, string at) =>
        new($"{answer.Ja}（{who}さんが{at}に入れました）", $"{answer.En} (entered by {who}, {at})");

    public static LocalText AnsweredSelf(LocalText answer, string at) =>
        new($"{answer.Ja}（本人から {at}）", $"{answer.En} (said so on {at})");

    public static LocalText InvitedAt(string at) => new($"{at}に案内", $"invited {at}");

    public static LocalText Entered(string person, LocalText answer) =>
        new($"{person}を「{answer.Ja}」にしました。", $"{person}: {answer.En}.");

    public static LocalText Emptied(string person) =>
        new($"{person}の返事を空に戻しました。", $"{person} has no answer now.");

    public static LocalText WasTold(string person) =>
        new($"{person}に伝えたことを記録しました。", $"Noted that {person} was told.");

    public static LocalText WasNotTold(string person) =>
        new($"{person}はまだ伝えていないことにしました。", $"{person} counts as not told yet.");

    public static LocalText AnsweredMeanwhile(string person, string stands) =>
        new(
            $"{person}の返事は、先に「{stands}」になっています。変えるときは、もう一度押してください。",
            $"The answer of {person} is “{stands}” by now. Press again to change it."
        );

    /// <summary>The words Renkei proposes, from title and purpose.</summary>
    public static LocalText Proposed(string title, string purpose, LocalText centre) =>
        new(
            $"いつもお世話になっております。{centre.Ja}です。\n「{title}」を開きます。"
                + (purpose.Length > 0 ? $"\n今回の目的：{purpose}" : "")
                + "\nお忙しいところ恐れ入りますが、ご出席をお願いいたします。ご都合をお知らせください。",
            $"This is {centre.En}.\nWe invite you to “{title}”."
                + (purpose.Length > 0 ? $"\nWhat it is for: {purpose}" : "")
                + "\nWe would be glad if you could join us. Please let us know whether you can come."
        );
}

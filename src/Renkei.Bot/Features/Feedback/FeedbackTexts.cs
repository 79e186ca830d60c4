using Renkei.Domain;
using Renkei.Domain.Feedback;

namespace Renkei.Bot.Features.Feedback;

/// <summary>What is said about feedback.</summary>
internal static class FeedbackTexts
{
    public static readonly LocalText Title = new("フィードバック", "Feedback");
    public static readonly LocalText Description = new(
        "県本庁が共有したよい実践や方向性を出します",
        "Shows practices and directions head office shared"
    );
    public static readonly LocalText Search = new("フィードバック検索", "Find feedback");
    public static readonly LocalText SearchDescription = new(
        "共有された内容を言葉で探します（例：フィードバック検索 退院）",
        "Finds what was shared by words, e.g. “find feedback discharge”"
    );
    public static readonly LocalText New = new("共有する", "Share something");
    public static readonly LocalText NewHeading = new("保健所に共有する", "Share with health centres");
    public static readonly LocalText EditHeading = new("共有した内容を直す", "Change what was shared");
    public static readonly LocalText Kind = new("種類", "Kind");
    public static readonly LocalText Field = new("分野", "Field");
    public static readonly LocalText What = new("題名", "Title");
    public static readonly LocalText WhatHint = new(
        "例：退院連絡の様式を圏域で統一",
        "e.g. one discharge form for the area"
    );
    public static readonly LocalText Text = new("内容", "Text");
    public static readonly LocalText TextHint = new(
        "何をして、どう変わったか。まねするときのこつ",
        "What was done, what changed, what helps others do the same"
    );
    public static readonly LocalText Link = new("くわしい資料のリンク（あれば）", "Link to more (if any)");
    public static readonly LocalText Centres = new("届ける保健所", "Health centres");
    public static readonly LocalText TitleError = new(
        "題名を60字以内で書いてください。",
        "A title of up to 60 characters, please."
    );
    public static readonly LocalText TextError = new(
        "内容を1200字以内で書いてください。",
        "A text of up to 1,200 characters, please."
    );
    public static readonly LocalText LinkError = new(
        "リンクは https:// で始まるものにしてください。",
        "A link begins with https://."
    );
    public static readonly LocalText CentresError = new(
        "届ける保健所を選んでください。",
        "Please choose at least one health centre."
    );
    public static readonly LocalText ChoiceError = new("種類と分野を選んでください。", "Please choose kind and field.");
    public static readonly LocalText Check = new("内容を確かめる", "Check before sharing");
    public static readonly LocalText CheckHeading = new("この内容で共有します", "This will be shared");
    public static readonly LocalText Receiver = new("届く先", "Goes to");
    public static readonly LocalText Share = new("共有する", "Share");
    public static readonly LocalText Rewrite = new("書き直す", "Change it");
    public static readonly LocalText SaveChange = new("この内容に直す", "Save the change");
    public static readonly LocalText ChangeMeans = new(
        "届いているカードもこの内容に変わります。前の内容は履歴に残ります。",
        "The cards people have will change too. What it was stays in the history."
    );
    public static readonly LocalText Shared = new(
        "共有しました。保健所の方の個人チャットに届きます。",
        "Shared. It goes to the personal chats of the health centres."
    );
    public static readonly LocalText Changed = new(
        "直しました。届いているカードも変わります。",
        "Changed; the cards change too."
    );
    public static readonly LocalText OnlyHeadOffice = new(
        "共有や変更ができるのは県本庁の方です。",
        "Only head office shares and changes feedback."
    );
    public static readonly LocalText OnlyMembers = new(
        "フィードバックは、保健所と県本庁の方が見られます。",
        "Feedback is for health centres and head office."
    );
    public static readonly LocalText Gone = new(
        "このフィードバックは見つかりませんでした。一覧から選び直してください。",
        "This was not found. Please choose it from the list."
    );
    public static readonly LocalText NotYours = new(
        "このフィードバックは、届け先の保健所と県本庁の方が見られます。",
        "This can be read by the centres it was shared with and by head office."
    );
    public static readonly LocalText InPersonalChat = new(
        "フィードバックは、Renkei との個人チャットでお願いします。",
        "Please do this in your personal chat with Renkei."
    );
    public static readonly LocalText ChangedMeanwhile = new(
        "書いている間に、ほかの方が直しました。今の内容を見て、もう一度直してください。あなたの文はここに残っています。",
        "Somebody changed it meanwhile. Please look at it as it is now; what you wrote is still here."
    );
    public static readonly LocalText Withdrawn = new("取り下げました。", "This was withdrawn.");
    public static readonly LocalText WithdrawnText = new(
        "県本庁が取り下げました。内容は使わないでください。",
        "Head office took this back. Please do not use it."
    );
    public static readonly LocalText Withdraw = new("取り下げる", "Withdraw");
    public static readonly LocalText AskWithdraw = new("この共有を取り下げますか", "Withdraw this?");
    public static readonly LocalText WithdrawMeans = new(
        "届いているカードから内容が消え、取り下げたことが伝わります。あとで戻せます。",
        "The cards people have lose the text and say that it was withdrawn. You can bring it back."
    );
    public static readonly LocalText Keep = new("このままにする", "Keep it");
    public static readonly LocalText Restore = new("もう一度共有する", "Share it again");
    public static readonly LocalText Restored = new("もう一度共有しました。", "It is shared again.");
    public static readonly LocalText Read = new("読みました", "I have read it");
    public static readonly LocalText IsRead = new(
        "読んだことを伝えました。",
        "Head office sees that you have read it."
    );
    public static readonly LocalText Reply = new("返事を書く", "Reply");
    public static readonly LocalText ReplyHeading = new("返事を書く", "Write a reply");
    public static readonly LocalText ReplyHint = new(
        "県本庁と、届け先の保健所の方が読みます。",
        "Head office and the centres it was shared with will read it."
    );
    public static readonly LocalText Words = new("返事", "Reply");
    public static readonly LocalText WordsError = new(
        "返事を400字以内で書いてください。",
        "A reply of up to 400 characters, please."
    );
    public static readonly LocalText Send = new("送る", "Send");
    public static readonly LocalText Replied = new("返事を送りました。", "Your reply was sent.");
    public static readonly LocalText Edit = new("直す", "Change");
    public static readonly LocalText Readers = new("読んだ方", "Who has read it");
    public static readonly LocalText History = new("履歴", "History");
    public static readonly LocalText Back = new("戻る", "Back");
    public static readonly LocalText OpenLink = new("資料を開く", "Open the link");
    public static readonly LocalText List = new("一覧", "All feedback");
    public static readonly LocalText Open = new("開く", "Open");
    public static readonly LocalText Refresh = new("最新にする", "Bring up to date");
    public static readonly LocalText Nothing = new(
        "この年度に共有されたものはまだありません。",
        "Nothing was shared in this fiscal year yet."
    );
    public static readonly LocalText NothingFound = new(
        "この年度には見つかりませんでした。短い言葉にするか、前の年度も見てください。",
        "Nothing found in this fiscal year. Try a shorter word, or the year before."
    );
    public static readonly LocalText Prefecture = new("都道府県", "Prefecture");
    public static readonly LocalText Words2 = new("探す言葉", "Words to find");
    public static readonly LocalText Find = new("探す", "Find");
    public static readonly LocalText YearBefore = new("前の年度", "Year before");
    public static readonly LocalText ThisYear = new("今年度", "This year");
    public static readonly LocalText NoHistory = new("まだ直されていません。", "It was not changed yet.");
    public static readonly LocalText HeadOffice = new("県本庁", "Head office");
    public static readonly LocalText NobodyThere = new("登録している方がまだいません", "nobody has registered yet");
    public static readonly LocalText NotYet = new("まだ", "Not yet");
    public static readonly LocalText NewReply = new("フィードバックに返事がありました", "A reply to feedback");

    public static LocalText KindName(FeedbackKind kind) =>
        kind switch
        {
            FeedbackKind.Practice => new("よい実践", "Good practice"),
            FeedbackKind.Direction => new("方向性", "Direction"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };

    public static LocalText ToWhom(int centres, int people) =>
        new(
            $"{centres}保健所（{people}人）の個人チャット",
            $"Personal chats of {English.Count(people, "person", "people")} at {English.Count(centres, "centre")}"
        );

    public static LocalText Seen(int seen, int all) => new($"読んだ方 {seen} / {all}人", $"Read by {seen} of {all}");

    public static LocalText Replies(int count) => new($"返事 {count}件", English.Count(count, "reply", "replies"));

    public static LocalText LastChange(string who, string day) =>
        new($"{day}に{who}さんが直しました。", $"Changed by {who}, {day}.");
}

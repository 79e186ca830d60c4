using Renkei.Bot.Councils;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;

namespace Renkei.Bot.Features.Sheets;

/// <summary>What the cards of information sheets say.</summary>
internal static class SheetTexts
{
    public static readonly LocalText Help = new("ヘルプ", "Help");
    public static readonly LocalText Sheet = new("事前情報収集シート", "Information sheet");

    // The step before a sheet is sent.
    public static readonly LocalText WhatFor = new(
        "参集者に前もって様子を聞いておくと、当日は話し合いから始められます。回答は一つの表に並びます。",
        "Ask the participants beforehand and the meeting can begin with the discussion. The answers come out side by side."
    );
    public static readonly LocalText DrawUp = new("シートを作る", "Draw up a sheet");
    public static readonly LocalText GoWithout = new("シートなしで進める", "Go without a sheet");
    public static readonly LocalText WithoutSheet = new(
        "この会議はシートなしで進めます。",
        "This council goes without an information sheet."
    );
    public static readonly LocalText UseSheet = new("やはりシートを使う", "Use a sheet after all");
    public static readonly LocalText ParticipantsFirst = new(
        "だれに聞くかを選ぶため、先に参集者を決めてください。",
        "Settle the participants first, so that you can choose whom to ask."
    );
    public static readonly LocalText ToParticipants = new("参集者を決める", "Settle the participants");
    public static readonly LocalText Deadline = new("回答の期限", "Answers by");
    public static readonly LocalText DeadlineError = new(
        "期限の日を選んでください。",
        "Choose the day by which you need the answers."
    );
    public static readonly LocalText DeadlineIsPast = new(
        "期限が過ぎた日になっています。今日からあとの日にしてください。",
        "That day is over. Choose today or later."
    );
    public static readonly LocalText DeadlineTooLate = new(
        "期限が会議の日よりあとです。会議までの日にしてください。",
        "That is after the meeting. Choose a day before it."
    );
    public static readonly LocalText Asked = new("聞く相手", "Whom to ask");
    public static readonly LocalText NobodyAsked = new(
        "聞く相手を一人以上選んでください。",
        "Choose at least one to ask."
    );
    public static readonly LocalText QuestionMissing = new(
        "質問を一つ以上書いてください。",
        "Write at least one question."
    );
    public static readonly LocalText QuestionTooLong = new(
        $"質問は{InformationSheet.QuestionLength}文字までです。",
        $"A question has at most {InformationSheet.QuestionLength} characters."
    );
    public static readonly LocalText QuestionsSettled = new(
        "もう回答があるので、質問は変えられません。期限と聞く相手は変えられます。",
        "Somebody has answered, so the questions stay. You can still change the deadline and whom to ask."
    );
    public static readonly LocalText CheckAndSend = new("確かめて送る", "Check and send");
    public static readonly LocalText Edit = new("シートを直す", "Change the sheet");
    public static readonly LocalText Back = new("シートの画面へ", "Back to the sheet");
    public static readonly LocalText NotSentYet = new("まだ送っていません。", "Not sent yet.");
    public static readonly LocalText ConfirmHeading = new("このシートを送りますか", "Send this sheet?");
    public static readonly LocalText Saved = new("保存しました。", "Saved.");

    // After it was sent.
    public static readonly LocalText Compare = new("回答を並べて見る", "Compare the answers");
    public static readonly LocalText Answered = new("✓ 回答があります", "✓ answered");
    public static readonly LocalText NotAnswered = new("まだ回答がありません", "no answer yet");
    public static readonly LocalText ByRenkei = new("Renkei で届けます", "reached by Renkei");
    public static readonly LocalText NoContact = new("連絡先がありません", "no way to reach them is known");
    public static readonly LocalText EnterForThem = new("代わりに入力", "Enter for them");
    public static readonly LocalText ReadAnswer = new("回答を見る", "Look at the answer");
    public static readonly LocalText AllAnswered = new(
        "回答がそろいました。並べて見て、当日の議題を整えましょう。",
        "All answers are in. Compare them and shape the agenda."
    );
    public static readonly LocalText NobodyToNudge = new(
        "Renkei で知らせられる未回答の方はいません。",
        "There is nobody left whom Renkei could ask again."
    );

    // The sheet itself.
    public static readonly LocalText NotForYou = new(
        "このシートは開けませんでした。会議を準備している保健所にお尋ねください。",
        "This sheet could not be opened. Please ask the health centre that prepares the meeting."
    );
    public static readonly LocalText Cancelled = new(
        "この会議は中止になりました。回答はいりません。",
        "This meeting was cancelled. No answer is needed."
    );
    public static readonly LocalText Closed = new(
        "この会議は終わりました。回答の受け付けも終わっています。",
        "This meeting is over, and answers are no longer taken."
    );
    public static readonly LocalText Purpose = new("目的", "Purpose");
    public static readonly LocalText Respondent = new("回答者", "Answer of");
    public static readonly LocalText Until = new("期限", "Due");
    public static readonly LocalText Readers = new("読む人", "Readers");
    public static readonly LocalText SendAnswer = new("回答する", "Send the answer");
    public static readonly LocalText ChangeAnswer = new("回答を変える", "Change the answer");
    public static readonly LocalText NothingWritten = new(
        "どれか一つは書いてください。分かるところだけで大丈夫です。",
        "Please answer at least one question. What you know is enough."
    );
    public static readonly LocalText AnswerTooLong = new(
        $"一つの回答は{InformationSheet.AnswerLength}文字までです。印のあるところを短くしてください。",
        $"An answer has at most {InformationSheet.AnswerLength} characters. Please shorten the marked ones."
    );
    public static readonly LocalText TooLong = new("長すぎます", "too long");
    public static readonly LocalText QuestionsChanged = new(
        "質問が変わりました。新しい質問を見て、もう一度お願いします。書いたものは残してあります。",
        "The questions have changed. Please look at the new ones and send again; what you wrote is still here."
    );
    public static readonly LocalText Blank = new("（記入なし）", "(left blank)");
    public static readonly LocalText OpenSheet = new("シートを開く", "Open the sheet");
    public static readonly LocalText AnswerPlaceholder = new(
        "個人が分かることは書かないでください",
        "Nothing that identifies a person, please"
    );

    // Side by side.
    public static readonly LocalText Comparison = new("回答の一覧", "Answers side by side");
    public static readonly LocalText Who = new("どこから", "From");
    public static readonly LocalText Answer = new("回答", "Answer");
    public static readonly LocalText NobodyWrote = new("書いた方はいません。", "Nobody wrote anything here.");
    public static readonly LocalText NoAnswers = new(
        "まだ回答がありません。届くと、ここに質問ごとに並びます。",
        "There are no answers yet. They will appear here, question by question."
    );
    public static readonly LocalText ReadWhole = new("この方の回答を全部読む", "Read all of this answer");
    public static readonly LocalText ChooseWho = new(
        "だれの回答を読むか選んでください。",
        "Choose whose answer to read."
    );
    public static readonly LocalText PrivateOnly = new(
        "回答は個人チャットで見てください。ここにはほかの方もいます。",
        "Please look at the answers in your personal chat; others are present here."
    );
    public static readonly LocalText EditAnswer = new("この回答を直す", "Correct this answer");

    public static LocalText Question(int number) => new($"質問{number}", $"Question {number}");

    /// <summary>The button that begins asking.</summary>
    /// <param name="byRenkei">How many Renkei reaches.</param>
    public static LocalText Send(int byRenkei) =>
        byRenkei == 0
            ? new("この内容で聞き始める", "Begin asking")
            : new($"Renkei から{byRenkei}件に送る", $"Send to {byRenkei} by Renkei");

    public static LocalText Sending(int byRenkei) =>
        new(
            $"{byRenkei}件に Renkei から送ります。届いたかどうかは「通知の記録」で見られます。",
            $"Renkei sends it to {English.Count(byRenkei, "participant")}. The record of notices shows whether it arrives."
        );

    public static readonly LocalText OnlyByHand = new(
        "送る相手に、Renkei でつながる方はいません。電話やメールで聞いて、「代わりに入力」してください。",
        "Nobody on the list can be reached by Renkei. Ask by telephone or mail and enter the answers for them."
    );

    public static LocalText WhoGetsIt(int count) =>
        new($"Renkei で届く方（{count}件）", $"Reached by Renkei ({count})");

    public static LocalText WhoIsAskedByHand(int count) =>
        new($"電話やメールで聞く方（{count}件）", $"To be asked by telephone or mail ({count})");

    public static LocalText SoFar(int answered, int asked) =>
        new($"回答 {answered}/{asked}", $"{answered} of {asked} answered");

    public static LocalText By(DateOnly deadline, DateOnly today, BusinessDays days)
    {
        string ja = TokyoTime.Brief(deadline, Language.Japanese);
        string en = TokyoTime.Brief(deadline, Language.English);
        if (deadline < today)
        {
            return new($"期限は{ja}でした。今からでも受け付けています", $"was due {en}; still welcome");
        }
        if (deadline == today)
        {
            return new("今日まで", "today");
        }
        LocalText left = CouncilTexts.DaysLeft(today, deadline, days);
        return new($"{ja}まで・{left.Ja}", $"{en}, {left.En}");
    }

    public static LocalText Nudge(int count) =>
        new(
            $"未回答の{count}件に知らせる",
            count == 1 ? "Remind the 1 without an answer" : $"Remind the {count} without an answer"
        );

    public static LocalText Nudging(int count) =>
        new(
            $"未回答の{count}件に、Renkei からもう一度お願いします。届いたかどうかは「通知の記録」で見られます。",
            $"Renkei asks {English.Count(count, "participant")} again. The record of notices shows whether it arrives."
        );

    public static LocalText NudgedAt(string at) => new($"前回のお願い：{at}", $"Last asked again: {at}");

    public static LocalText StillByHand(string who) =>
        new($"電話やメールで聞く方：{who}", $"To be asked by telephone or mail: {who}");

    public static LocalText ReadBy(LocalText centre) =>
        new(
            $"{centre.Ja}の保健師・調整役と県本庁。会議の資料に使うことがあります",
            $"Nurses and coordinators of {centre.En} and head office. It may be used in the meeting's papers"
        );

    public static LocalText AnsweredBy(string who, string at) =>
        new($"{at}に{who}さんが回答", $"answered by {who}, {at}");

    public static LocalText EnteredBy(string who, string at) =>
        new($"{at}に{who}さんが代わりに入力", $"entered for them by {who}, {at}");

    public static readonly LocalText Late = new("（期限のあと）", " (after the deadline)");

    public static LocalText EnteringFor(string who) =>
        new(
            $"{who} の代わりに入力します。電話などで聞いた内容を書いてください。",
            $"You are entering this for {who}: what you heard by telephone, for instance."
        );

    public static LocalText Received(string until) =>
        new(
            $"受け取りました。ありがとうございます。{until}までは、何度でも変えられます。",
            $"Received, thank you. You can change it as often as you like until {until}."
        );

    public static readonly LocalText ReceivedLate = new(
        "受け取りました。ありがとうございます。会議までは変えられます。",
        "Received, thank you. You can change it until the meeting."
    );

    public static LocalText Entered(string who) => new($"{who} の回答を入れました。", $"Entered the answer of {who}.");

    public static LocalText ConflictFirst(string who, string at) =>
        new(
            $"{who}さんが{at}に先に回答を変えています。下に並べました。あなたの入力でよければ、もう一度押してください。",
            $"{who} changed the answer first, at {at}. Both are shown below; press again if yours shall stand."
        );

    public static LocalText Stands(string text) => new($"いまの回答：{text}", $"Now: {text}");

    public static LocalText Waiting(string who) => new($"まだの方：{who}", $"Still open: {who}");

    public static LocalText Part(int at, int of) => new($"{at}／{of}枚目", $"Part {at} of {of}");
}

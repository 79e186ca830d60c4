using Renkei.Bot.Polls;
using Renkei.Domain;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Features.Polls;

/// <summary>What the cards of polls say.</summary>
internal static class PollTexts
{
    public static readonly LocalText Command = new("日程の投票", "Date polls");
    public static readonly LocalText CommandDescription = new(
        "集まれる日を○△×で聞き、決めます",
        "Asks by ○△× which date suits, and settles it"
    );
    public static readonly LocalText New = new("新しい投票", "New poll");
    public static readonly LocalText Mine = new("聞いている投票", "Polls I ask in");
    public static readonly LocalText Others = new("聞かれている投票", "Polls I am asked in");
    public static readonly LocalText NoneOpen = new(
        "いま開いている投票はありません。",
        "There is no open poll at the moment."
    );
    public static readonly LocalText NoneOpenMaker = new(
        "いま開いている投票はありません。「新しい投票」で候補日を並べると、みなさんに○△×で聞けます。",
        "There is no open poll at the moment. With a new poll you can ask everybody about some dates."
    );
    public static readonly LocalText Open = new("開く", "Open");
    public static readonly LocalText Refresh = new("最新にする", "Update");

    // The card for everybody, and a person's own page.
    public static readonly LocalText Heading = new("日程の投票", "Date poll");
    public static readonly LocalText Candidate = new("候補日", "Date");
    public static readonly LocalText Answer = new("回答する", "Answer");
    public static readonly LocalText AnswerAgain = new("回答を変える", "Change my answer");
    public static readonly LocalText Details = new("くわしく見る", "Details");
    public static readonly LocalText Expired = new("締め切りました。", "The voting is over.");
    public static readonly LocalText Complete = new("全員の回答がそろいました。", "Everybody has answered.");
    public static readonly LocalText Withdrawn = new("この投票は取りやめになりました。", "This poll was given up.");
    public static readonly LocalText NoMore = new("この投票はもう受け付けていません。", "No more answers are taken.");
    public static readonly LocalText Gone = new(
        "この投票は見られません。聞かれた方と、聞いている保健所の方が見られます。",
        "You cannot see this poll. Those who are asked and the health centre that asks can."
    );
    public static readonly LocalText MayNotChange = new(
        "これができるのは、聞いている方と、その保健所の調整役です。",
        "Whoever asks and the coordinators of their health centre can do this."
    );
    public static readonly LocalText MayNotMake = new(
        "投票を始められるのは、保健所の保健師と調整役の方です。",
        "Nurses and coordinators of a health centre can begin a poll."
    );
    public static readonly LocalText InPersonalChat = new(
        "投票を始めるのは、Renkei との個人チャットでお願いします。",
        "Please begin a poll in your personal chat with Renkei."
    );
    public static readonly LocalText Proxy = new("代理入力", "entered for them");

    // A vote.
    public static readonly LocalText AllYes = new("すべて○で回答", "○ to all");
    public static readonly LocalText Send = new("この内容で回答する", "Send my answer");
    public static readonly LocalText Enter = new("この内容で入力する", "Enter this answer");
    public static readonly LocalText Choose = new("○・△・×を選ぶ", "Choose ○, △ or ×");
    public static readonly LocalText Yes = new("○ 参加できる", "○ I can come");
    public static readonly LocalText Maybe = new("△ 調整すれば", "△ I could arrange it");
    public static readonly LocalText No = new("× 参加できない", "× I cannot come");
    public static readonly LocalText Comment = new(
        "ひとこと（ほかの方にも見えます・なくても可）",
        "Comment (everybody sees it; optional)"
    );
    public static readonly LocalText CommentHint = new("例：15時以降なら○", "e.g. after 3 pm would be fine");
    public static readonly LocalText Thanks = new(
        "回答しました。ありがとうございます。",
        "Your answer is in. Thank you."
    );
    public static readonly LocalText CanChange = new(
        "締切までは何度でも変えられます。",
        "You can change it until the deadline."
    );
    public static readonly LocalText Back = new("戻る", "Back");
    public static readonly LocalText CommentTooLong = new(
        $"ひとことは{Ballot.CommentLength}文字までで入れてください。",
        $"Please keep the comment to {Ballot.CommentLength} characters."
    );

    // Answers for somebody else.
    public static readonly LocalText EnterFor = new("電話の回答を入力", "Enter an answer by phone");
    public static readonly LocalText Whose = new("どなたの回答ですか", "Whose answer is it?");
    public static readonly LocalText ChoosePerson = new("選ぶ", "Choose");
    public static readonly LocalText WhoseError = new(
        "どなたの回答かを選んでください。",
        "Please choose whose answer it is."
    );

    // Deciding.
    public static readonly LocalText OtherDate = new("ほかの日にするとき", "Another date");
    public static readonly LocalText DecideChosen = new("選んだ日に決める", "Settle on the chosen date");
    public static readonly LocalText DatePassed = new(
        "その日はもう過ぎています。別の日を選ぶか、候補日を足してください。",
        "That date is over. Choose another one, or add dates."
    );
    public static readonly LocalText ChooseDate = new("日を選んでください。", "Please choose a date.");
    public static readonly LocalText NotInCalendar = new(
        "予定表にはまだ入れられていません。Renkei が続けて試します。",
        "The calendar does not have it yet. Renkei keeps trying."
    );
    public static readonly LocalText PlanGone = new(
        "日程調整のほうが見つからないため、予定は入れていません。",
        "The meeting it was for is gone, so nothing was booked."
    );
    public static readonly LocalText ToBooking = new("予定を見る", "See the booking");

    // Changing.
    public static readonly LocalText Change = new("締切・候補日を変える", "Change deadline or dates");
    public static readonly LocalText ChangeHeading = new("投票を変える", "Change the poll");
    public static readonly LocalText TakeBack = new("決定を取り消す", "Take the decision back");
    public static readonly LocalText Deadline = new("締切の日", "Deadline: day");
    public static readonly LocalText DeadlineTime = new("締切の時刻", "Deadline: time");
    public static readonly LocalText SetDeadline = new("締切を変える", "Set the deadline");
    public static readonly LocalText ReopenDo = new("この締切で受け付けを再開する", "Take answers again until then");
    public static readonly LocalText MoreDates = new("足す候補日（1行に1つ）", "More dates (one a line)");
    public static readonly LocalText Offer = new("候補日を足す", "Add dates");
    public static readonly LocalText OfferMeans = new(
        "もう回答した方にも、足した日だけもう一度お聞きします。",
        "Those who answered are asked about the new dates only."
    );
    public static readonly LocalText CloseNow = new("いま締め切る", "End the voting now");
    public static readonly LocalText GiveUp = new("投票を取りやめる", "Give the poll up");
    public static readonly LocalText GiveUpSure = new("取りやめる", "Give it up");
    public static readonly LocalText GiveUpAsk = new("この投票を取りやめますか", "Give this poll up?");
    public static readonly LocalText GiveUpMeans = new(
        "回答は消えません。あとで再開することもできます。",
        "The answers stay. You can take it up again later."
    );
    public static readonly LocalText TakenBack = new(
        "受け付けを再開しました。回答はそのまま残っています。",
        "Answers are taken again. Those that were given stand."
    );
    public static readonly LocalText TakenBackPlan = new(
        "予定表と会議の日程は、前に決めた日のままです。決め直すと、そちらも動きます。",
        "Calendar and meeting keep the date until you settle on another one."
    );
    public static readonly LocalText Offered = new("候補日を足しました。", "The dates were added.");
    public static readonly LocalText Closed = new("締め切りました。", "The voting is closed.");
    public static readonly LocalText DeadlineError = new(
        "締切は、これから先の日時にしてください。",
        "The deadline has to be in the future."
    );
    public static readonly LocalText TooManyDates = new(
        $"候補日は合わせて{DatePoll.MaxCandidates}件までです。",
        $"A poll has at most {DatePoll.MaxCandidates} dates."
    );
    public static readonly LocalText TakeBackFirst = new(
        "もう日が決まっています。変えるときは、まず決定を取り消してください。",
        "A date was settled. To change it, take the decision back first."
    );
    public static readonly LocalText Undo = new("元に戻す", "Undo");

    // Making one.
    public static readonly LocalText FormHeading = new("日程を投票で聞く", "Ask for a date");
    public static readonly LocalText Title = new("何の日程ですか", "What is the date for?");
    public static readonly LocalText TitleHint = new(
        "例：退院支援ルールの打合せ",
        "e.g. Meeting about discharge rules"
    );
    public static readonly LocalText Dates = new("候補日（1行に1つ）", "Dates (one a line)");
    public const string DatesHint = "12/18 14:00-16:00";
    public static readonly LocalText DatesHelp = new(
        "例：12/18 14:00-16:00、12月21日 午後2時。終わりを書かないときは、下の長さになります。",
        "e.g. 12/18 14:00-16:00 or 2026-12-21 14:00. Without an end, the length below counts."
    );
    public static readonly LocalText Minutes = new("長さ（分）", "Length (minutes)");
    public static readonly LocalText Where = new("どこで聞きますか", "Where do we ask?");
    public static readonly LocalText Each = new("一人ひとりの個人チャット", "Everybody's own chat");
    public static readonly LocalText NoGroups = new(
        "グループチャットやチャネルで聞くには、そこに Renkei を追加して、一度 @Renkei と呼びかけてください。ここに出てきます。",
        "To ask in a group chat or channel, add Renkei there and mention it once. It will then be offered here."
    );
    public static readonly LocalText GroupChat = new("グループチャット", "group chat");
    public static readonly LocalText Channel = new("チャネル", "channel");
    public static readonly LocalText AllOfThem = new("選んだ会話に入っている方", "Members of those conversations");
    public static readonly LocalText AskAll = new("全員に聞く", "Ask all of them");
    public static readonly LocalText People = new("保健所と管内の方", "People of the centre and its area");
    public static readonly LocalText ByPhone = new(
        "電話で聞く方（1行に1人・なくても可）",
        "People asked by phone (one a line; optional)"
    );
    public static readonly LocalText ByPhoneHint = new("東部医師会 事務局長", "Medical association, secretary");
    public static readonly LocalText Next = new("次へ（まだ送りません）", "Next (nothing is sent yet)");
    public static readonly LocalText CheckHeading = new("この内容で聞きますか", "Shall we ask like this?");
    public static readonly LocalText Start = new("投票を始める", "Begin the poll");
    public static readonly LocalText Edit = new("直す", "Change it");
    public static readonly LocalText Asked = new("聞く方", "Asked");
    public static readonly LocalText At = new("聞く場所", "Where");
    public static readonly LocalText Until = new("締切", "Deadline");
    public static readonly LocalText Needed = new("そろえたい団体", "Has to be represented");
    public static readonly LocalText Started = new(
        "投票を始めました。回答が集まるとここに出ます。全員そろうか締切になったらお知らせします。",
        "The poll has begun. Answers are shown here; you will be told when all are in, or at the deadline."
    );
    public static readonly LocalText TitleError = new(
        $"何の日程かを{StoredPoll.TitleLength}文字までで入れてください。",
        $"Please say what the date is for, in {StoredPoll.TitleLength} characters at most."
    );
    public static readonly LocalText MinutesError = new(
        "長さは15分から600分までで入れてください。",
        "The length is 15 to 600 minutes."
    );
    public static readonly LocalText NoDates = new("候補日を1つ以上入れてください。", "Please give at least one date.");
    public static readonly LocalText WhereError = new(
        $"聞く場所を選んでください。会話は{StoredPoll.MaxPlaces}つまでです。",
        $"Please choose where to ask; up to {StoredPoll.MaxPlaces} conversations."
    );
    public static readonly LocalText NobodyError = new("聞く方を選んでください。", "Please choose who is asked.");
    public static readonly LocalText TooManyPeople = new(
        $"一つの投票で聞けるのは{StoredPoll.MaxVoters}人までです。聞く方を減らすか、「全員に聞く」を外してください。",
        $"One poll asks at most {StoredPoll.MaxVoters} people. Please choose fewer, or do not ask all members."
    );
    public static readonly LocalText RosterFault = new(
        "選んだ会話の参加者を確かめられませんでした。少しおいてもう一度押すか、個人チャットで聞いてください。",
        "The members of that conversation could not be read. Please try again in a moment, or ask in everybody's own chat."
    );

    // Messages.
    public static readonly LocalText Please = new("日程の投票のお願い", "Please vote on a date");
    public static readonly LocalText MorePlease = new("候補日が増えました", "There are more dates");
    public static readonly LocalText NudgePlease = new("まもなく締切です", "The poll ends soon");
    public static readonly LocalText ResultReady = new("投票の結果が出ました", "The poll has a result");
    public static readonly LocalText DateSettled = new("日程が決まりました", "The date is settled");

    public static LocalText DateFault(string line) =>
        new(
            $"「{line}」が日時として読めません。12/18 14:00-16:00 のように入れてください。",
            $"“{line}” cannot be read as a date. Please write it like 12/18 14:00-16:00."
        );

    public static LocalText DatePast(string line) => new($"「{line}」は過ぎた日時です。", $"“{line}” is over already.");

    public static LocalText DateFar(string line) =>
        new(
            $"「{line}」をお確かめください。候補日は1年先まで、長さは15分から10時間まで、同じ日のうちに終わるものにしてください。",
            $"Please check “{line}”: dates lie within a year; a meeting takes 15 minutes to ten hours and ends on the same day."
        );

    public static LocalText NotMember(string group) =>
        new(
            $"「{group}」にあなたが入っていないため、そこでは聞けません。",
            $"You are not a member of “{group}”, so it cannot be asked there."
        );

    public static LocalText Line(string until, string organiser) =>
        new($"締切 {until}｜聞いている人 {organiser}", $"until {until} | asked by {organiser}");

    public static LocalText Settled(string date, string by, string at) =>
        new($"{date}に決まりました（{by}さん、{at}）。", $"Settled: {date} ({by}, {at}).");

    public static LocalText Voted(int people, string names) =>
        new($"回答済み {people}人：{names}", $"{people} answered: {names}");

    public static LocalText Waiting(int people, string names) =>
        new($"まだの方 {people}人：{names}", $"{people} to answer: {names}");

    public static LocalText AndMore(int people) => new($" ほか{people}人", $" and {people} more");

    public static LocalText MoreComments(int count) =>
        new($"ほかに{count}件のひとことがあります。", $"{English.Count(count, "more comment")}.");

    public static LocalText Lacking(LocalText rule, int lacking) =>
        new($"{rule.Ja}がそろいません（あと{lacking}）", $"{rule.En}: {lacking} too few");

    public static LocalText MyAnswer(string marks) => new($"あなたの回答：{marks}", $"Your answer: {marks}");

    public static LocalText NotAsked(string organiser) =>
        new(
            $"この投票では、あなたにはお聞きしていません。加わりたいときは{organiser}さんにお声がけください。",
            $"You are not among those asked. Please talk to {organiser} if you should be."
        );

    public static LocalText MissingMarks(string dates) =>
        new(
            $"まだ選んでいない日があります（{dates}）。ほかの入力はそのまま残しました。",
            $"Some dates are still open ({dates}). Everything else is still here."
        );

    public static LocalText AnswerOf(string name) => new($"{name}さんの回答", $"Answer of {name}");

    public static LocalText Entered(string name) =>
        new($"{name}さんの回答を入力しました。", $"The answer of {name} was entered.");

    public static LocalText WasOwn(string name) =>
        new(
            $"{name}さんはご自分で回答しています。電話で変わったときだけ入力してください。",
            $"{name} answered in person. Enter something only if they called to change it."
        );

    public static LocalText DecideLeader(string date) => new($"{date}に決める", $"Settle on {date}");

    public static LocalText DecidedMeanwhile(string date, string by) =>
        new(
            $"先に{by}さんが{date}に決めています。変えるときは、決定を取り消してください。",
            $"{by} settled on {date} first. Take the decision back to change it."
        );

    public static LocalText DeadlineIs(string until) =>
        new($"締切は{until}になりました。", $"The deadline is now {until}.");

    public static LocalText NudgeIs(string at) =>
        new($"まだの方には{at}にもう一度お願いします。", $"Those who have not answered are asked again at {at}.");

    public static LocalText PeopleAre(int count, string names) => new($"{count}人：{names}", $"{count}: {names}");

    public static LocalText PhonePeople(int count, string names) =>
        new(
            $"Renkei から聞けない方 {count}人：{names}（電話などで聞いて、入力してください）",
            $"Renkei cannot ask {count}: {names} (please call them and enter the answer)"
        );

    public static LocalText GroupOf(string who) => new($"{who}（名前のない会話）", $"{who} (without a name)");
}

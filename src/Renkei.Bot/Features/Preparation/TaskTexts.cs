using Renkei.Bot.Councils;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;

namespace Renkei.Bot.Features.Preparation;

/// <summary>What the cards of preparation tasks say.</summary>
internal static class TaskTexts
{
    public static readonly LocalText Mine = new("自分の作業", "My tasks");
    public static readonly LocalText MineDescription = new(
        "会議の準備で自分が引き受けた作業を、期限の近い順に出します",
        "Lists the council tasks you have taken on, the nearest due date first"
    );
    public static readonly LocalText NothingOfMine = new(
        "いま引き受けている作業はありません。会議を開くと、担当のいない作業が見られます。",
        "You have no open tasks. Open a council to see what nobody has taken yet."
    );
    public static readonly LocalText MineIsForTheCentre = new(
        "会議の準備の作業は、保健所の保健師と調整役の方が受け持ちます。",
        "Council tasks are done by the nurses and coordinators of a health centre."
    );

    public static readonly LocalText Done = new("済み", "Done");
    public static readonly LocalText NotDone = new("済みを取り消す", "Not done yet");
    public static readonly LocalText Edit = new("変える", "Change");
    public static readonly LocalText Add = new("作業を足す", "Add a task");
    public static readonly LocalText AddThis = new("この作業を足す", "Add this task");
    public static readonly LocalText Remove = new("この作業を消す", "Remove this task");
    public static readonly LocalText Back = new("作業の一覧へ", "Back to the tasks");
    public static readonly LocalText OpenCouncil = new("会議を見る", "Open the council");
    public static readonly LocalText Give = new("この人にお願いする", "Give to this person");
    public static readonly LocalText GiveHeading = new("作業をお願いする", "Give tasks to somebody");
    public static readonly LocalText Hand = new("担当を決める", "Settle who does what");
    public static readonly LocalText Which = new("どの作業を", "Which tasks");
    public static readonly LocalText WhichError = new("作業を一つ以上選んでください。", "Choose at least one task.");
    public static readonly LocalText NoTasks = new(
        "作業はまだありません。気づいたことから足しておくと、期限の前にお知らせします。",
        "There are no tasks yet. Add what comes to mind and you will be reminded in time."
    );
    public static readonly LocalText NothingToGive = new(
        "お願いできる作業は残っていません。すべて済んでいます。",
        "There is nothing left to give: every task is done."
    );

    public static readonly LocalText Text = new("作業", "Task");
    public static readonly LocalText TextPlaceholder = new(
        "例：座長と打ち合わせる",
        "e.g. Go through the agenda with the chair"
    );
    public static readonly LocalText TextError = new(
        $"作業を{PreparationTask.TextLength}文字までで書いてください。",
        $"Describe the task in up to {PreparationTask.TextLength} characters."
    );
    public static readonly LocalText Lead = new(
        "会議の何営業日前までに（0は当日）",
        "Business days before the meeting (0 is the day itself)"
    );
    public static readonly LocalText LeadError = new(
        $"0から{TaskTemplate.LongestLead}までの数を入れるか、日を選んでください。",
        $"Enter a number from 0 to {TaskTemplate.LongestLead}, or choose a day."
    );
    public static readonly LocalText Due = new(
        "日を決めておくとき（会議が動いても、この日のまま）",
        "Or on a fixed day, which stays when the meeting moves"
    );
    public static readonly LocalText DueError = new(
        "日付が読み取れません。選び直してください。",
        "This date cannot be read. Please choose again."
    );
    public static readonly LocalText DueIsPast = new(
        "過ぎた日は選べません。今日からあとの日を選んでください。",
        "That day is over. Choose today or later."
    );
    public static readonly LocalText Owner = new("だれが", "Who");
    public static readonly LocalText NoOne = new("まだ決めない", "Nobody yet");
    public static readonly LocalText OwnerError = new(
        "担当は、この保健所の方から選んでください。",
        "Choose somebody of this health centre."
    );
    public static readonly LocalText NoOwner = new("担当はまだいません", "nobody yet");
    public static readonly LocalText TooMany = new(
        $"作業は{Council.MostTasks}件までです。いらないものを消してから足してください。",
        $"A council has at most {Council.MostTasks} tasks. Remove one that is not needed first."
    );
    public static readonly LocalText AlreadyAdded = new(
        "この作業はもう足してあります。中身が違うので、変えるときは保存を押してください。",
        "This task is there already, but differs. Press Save to change it."
    );
    public static readonly LocalText TaskGone = new(
        "この作業はもう一覧にありません。",
        "This task is not on the list any more."
    );
    public static readonly LocalText Saved = new("保存しました。", "Saved.");

    public static LocalText MarkedDone(string task) => new($"「{task}」を済みにしました。", $"Done: “{task}”.");

    public static LocalText MarkedOpen(string task) =>
        new($"「{task}」の済みを取り消しました。", $"“{task}” is open again.");

    public static LocalText Added(string task) => new($"「{task}」を足しました。", $"Added “{task}”.");

    public static LocalText Removed(string task) => new($"「{task}」を消しました。", $"Removed “{task}”.");

    public static LocalText Restored(string task) => new($"「{task}」を元に戻しました。", $"“{task}” is back.");

    public static LocalText GiveUnowned(int count) =>
        new($"担当のいない{count}件を割り振る", $"Give away {count} without an owner");

    public static LocalText Given(int count, string who) =>
        new(
            $"{count}件を{who}さんの担当にしました。本人には Renkei からお知らせします。",
            $"{English.Count(count, "task goes", "tasks go")} to {who}, whom Renkei will tell."
        );

    public static LocalText TakenOn(int count) =>
        new($"{count}件をあなたの担当にしました。", $"{English.Count(count, "task is", "tasks are")} yours now.");

    public static LocalText KeptByOthers(int count) =>
        new(
            $"{count}件は、ほかの方が先に決めたか済ませていたので、そのままにしました。",
            $"{English.Count(count, "task was", "tasks were")} settled by somebody else meanwhile and left alone."
        );

    public static LocalText Tight(int usual, int available) =>
        new(
            $"ふだんは会議の{usual}営業日前から準備します。今回は{available}営業日なので、期限をその割合で縮めています。",
            $"Usually this takes {English.Count(usual, "business day")}. This time it is {available}, so every due date was moved in proportion."
        );

    public static readonly LocalText NoDate = new(
        "会議の日が決まると、それぞれの期限が決まります。",
        "Once the meeting has a date, every task gets its due date."
    );

    public static LocalText OwnedBy(string name) => new($"担当 {name}さん", name);

    public static LocalText AskedBy(string name) => new($"（{name}さんから）", $" (from {name})");

    public static LocalText DoneBy(string name, string at) =>
        new($"✓ {name}さんが{at}に済み", $"✓ done by {name}, {at}");

    /// <summary>Until when, in plain words: how many business days are left, or how many it is late.</summary>
    public static LocalText Until(DateOnly? due, int lead, DateOnly today, BusinessDays days)
    {
        if (due is not { } day)
        {
            return lead == 0
                ? new("会議の当日", "on the day of the meeting")
                : new($"会議の{lead}営業日前まで", $"{English.Count(lead, "business day")} before the meeting");
        }
        string ja = TokyoTime.Brief(day, Language.Japanese);
        string en = TokyoTime.Brief(day, Language.English);
        if (day == today)
        {
            return new("今日が期限です", "due today");
        }
        if (day > today)
        {
            LocalText left = CouncilTexts.DaysLeft(today, day, days);
            return new($"{ja}まで・{left.Ja}", $"due {en}, {left.En}");
        }
        int count = Math.Abs(days.Between(today, day));
        return count == 0
            ? new($"期限の{ja}をすぎています", $"was due {en}")
            : new($"期限の{ja}を{count}営業日すぎています", $"was due {en}, {Days(count)} late");
    }

    /// <summary>Why a task is done though nobody said so.</summary>
    public static LocalText DoneByItself(Council council, PreparationTask task) =>
        task.Id switch
        {
            "purpose" => new("✓ 目的が書いてあります", "✓ the purpose is written down"),
            "date" => new("✓ 日程が決まっています", "✓ the date is set"),
            "sheet" or "sheet-answers" when council.WithoutSheet => new(
                "✓ シートなしで進めます",
                "✓ this council goes without information sheets"
            ),
            "sheet" => new("✓ シートを送りました", "✓ the sheets are on their way"),
            "sheet-answers" => new("✓ 回答がそろいました", "✓ all answers are in"),
            "invite" => new("✓ 全員に案内しました", "✓ everybody was invited"),
            "papers" => new("✓ 資料がそろいました", "✓ all papers are ready"),
            _ => throw new ArgumentOutOfRangeException(nameof(task), task.Id, "Such a task is not done by itself."),
        };

    private static string Days(int count) => English.Count(count, "business day");
}

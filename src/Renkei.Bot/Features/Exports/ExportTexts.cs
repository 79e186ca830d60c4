using Renkei.Domain;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Exports;

/// <summary>What exporting says, on cards and in files.</summary>
internal static class ExportTexts
{
    public static readonly LocalText Export = new("書き出し", "Export");
    public static readonly LocalText Description = new(
        "段階チェックや会議を Excel か CSV のファイルでお渡しします",
        "Gives you the stage check or the councils as an Excel or CSV file"
    );
    public static readonly LocalText What = new("書き出すもの", "What to export");
    public static readonly LocalText Form = new("形式", "File type");
    public static readonly LocalText AsXlsx = new("Excel（.xlsx）すべての表", "Excel (.xlsx), all tables");
    public static readonly LocalText AsCsv = new("CSV（.csv）はじめの表だけ", "CSV (.csv), the first table only");
    public static readonly LocalText Make = new("ファイルを作る", "Make the file");
    public static readonly LocalText Councils = new("会議・作業・合意", "Councils, tasks, agreements");
    public static readonly LocalText Tasks = new("作業と合意だけ", "Tasks and agreements only");
    public static readonly LocalText MyCouncils = new(
        "招かれた会議と自分の作業",
        "Councils I am invited to, and my tasks"
    );
    public static readonly LocalText ChooseWhat = new(
        "書き出すものを選んでください。",
        "Please choose what to export."
    );
    public static readonly LocalText ChooseForm = new("形式を選んでください。", "Please choose a file type.");
    public static readonly LocalText ChooseCentre = new("保健所を選んでください", "Choose a health centre");
    public static readonly LocalText Open = new("開く", "Open");
    public static readonly LocalText OtherCentre = new("ほかの保健所", "Another health centre");
    public static readonly LocalText WithNotes = new(
        "取り組みのファイルには、メモと履歴も入ります。",
        "The file of a theme has its notes and history too."
    );
    public static readonly LocalText WithoutNotes = new(
        "メモと履歴は保健所のものなので、ファイルには入りません。",
        "Notes and history are the health centre's own and are not in the file."
    );
    public static readonly LocalText NotYours = new(
        "書き出せるのは、自分の保健所と、関係する取り組みです。",
        "You can export your own health centre and the themes that concern you."
    );
    public static readonly LocalText ThemeNext = new(
        "表はそのまま絞り込みや印刷ができます。直したいところは、段階チェックのほうで直してください。",
        "The table can be filtered and printed as it is. Corrections belong into the stage check itself."
    );
    public static readonly LocalText CouncilNext = new(
        "表はそのまま絞り込みや印刷ができます。直したいところは、会議準備のほうで直してください。",
        "The table can be filtered and printed as it is. Corrections belong into the preparation itself."
    );
    public static readonly LocalText ToTheme = new("取り組みへ", "To the theme");
    public static readonly LocalText ToCouncils = new("会議準備へ", "To the councils");

    public static readonly LocalText Lines = new("段階チェック", "Stage check");
    public static readonly LocalText History = new("履歴", "History");
    public static readonly LocalText About = new("このファイルについて", "About this file");
    public static readonly LocalText Meetings = new("会議", "Councils");
    public static readonly LocalText Work = new("作業", "Tasks");
    public static readonly LocalText Agreements = new("合意", "Agreements");

    public static readonly LocalText Stage = new("段階", "Stage");
    public static readonly LocalText Role = new("役割", "Role");
    public static readonly LocalText Number = new("番号", "No.");
    public static readonly LocalText Item = new("取り組み", "Activity");
    public static readonly LocalText Status = new("状態", "State");
    public static readonly LocalText Note = new("メモ", "Note");
    public static readonly LocalText Reason = new("対象外の理由", "Why it does not apply");
    public static readonly LocalText Date = new("日付", "Date");
    public static readonly LocalText NextStep = new("次の一歩", "Next step");
    public static readonly LocalText Until = new("いつまで", "Until");
    public static readonly LocalText Who = new("だれが", "Who");
    public static readonly LocalText By = new("記録した人", "Recorded by");
    public static readonly LocalText At = new("記録した日時", "Recorded at");
    public static readonly LocalText IsUndo = new("取り消し", "Undo");
    public static readonly LocalText Yes = new("はい", "yes");
    public static readonly LocalText Name = new("項目", "Item");
    public static readonly LocalText Value = new("内容", "Value");
    public static readonly LocalText Theme = new("取り組み", "Theme");
    public static readonly LocalText Place = new("保健所・年度ほか", "Place and year");
    public static readonly LocalText MadeAt = new("作った日時", "Made at");
    public static readonly LocalText MadeFor = new("作った人", "Made for");
    public static readonly LocalText Reach = new("各段階の到達", "Reached");
    public static readonly LocalText Care = new("取り扱い", "Handle with care");
    public static readonly LocalText CareMeans = new(
        "作ったときの記録です。最新のものは Renkei で確かめてください。渡す相手には、必要な部分だけを渡してください。",
        "These are the records of that moment; look into Renkei for newer ones. Pass on only what the other side needs."
    );

    public static readonly LocalText Title = new("会議", "Council");
    public static readonly LocalText Kind = new("種類", "Kind");
    public static readonly LocalText Day = new("開く日", "Day");
    public static readonly LocalText From = new("始まり", "From");
    public static readonly LocalText To = new("終わり", "To");
    public static readonly LocalText Wished = new("予定の月", "Planned for");
    public static readonly LocalText Room = new("会場", "Place");
    public static readonly LocalText Online = new("オンライン", "Online");
    public static readonly LocalText Purpose = new("目的", "Purpose");
    public static readonly LocalText Coordinators = new("準備する人", "Prepared by");
    public static readonly LocalText Invited = new("参集者", "Participants");
    public static readonly LocalText Attending = new("出席", "Coming");
    public static readonly LocalText NotComing = new("欠席", "Not coming");
    public static readonly LocalText Undecided = new("未定", "Undecided");
    public static readonly LocalText Silent = new("未回答", "No answer");
    public static readonly LocalText Ready = new(
        $"済んだ準備（{Readiness.PreparationSteps}段階）",
        $"Steps done (of {Readiness.PreparationSteps})"
    );
    public static readonly LocalText Missing = new("足りないもの", "Missing");
    public static readonly LocalText YourAnswer = new("自分の返事", "Your answer");
    public static readonly LocalText Task = new("作業", "Task");
    public static readonly LocalText Due = new("期限", "Due");
    public static readonly LocalText Owner = new("担当", "Owner");
    public static readonly LocalText Done = new("済み", "done");
    public static readonly LocalText Overdue = new("期限切れ", "overdue");
    public static readonly LocalText StillOpen = new("これから", "open");
    public static readonly LocalText DoneBy = new("済ませた人", "Done by");
    public static readonly LocalText DoneAt = new("済んだ日時", "Done at");
    public static readonly LocalText Agreed = new("合意したこと", "What was agreed");

    public static readonly LocalText Summary = new("まとめ", "Summary");
    public static readonly LocalText Centres = new("保健所ごと", "By centre");
    public static readonly LocalText Themes = new("取り組み", "Themes");
    public static readonly LocalText Coming = new("これからの会議", "Councils to come");
    public static readonly LocalText Centre = new("保健所", "Centre");
    public static readonly LocalText Whole = new("合計", "Sum");
    public static readonly LocalText Moved = new("動いた取り組み", "Themes that moved");
    public static readonly LocalText MovedBefore = new(
        "動いた取り組み（前の期間）",
        "Themes that moved, period before"
    );
    public static readonly LocalText Gained = new("増えた到達", "Reached more");
    public static readonly LocalText GainedBefore = new("増えた到達（前の期間）", "Reached more, period before");
    public static readonly LocalText Councils14 = new("今後14日の会議", "Councils of the next 14 days");
    public static readonly LocalText Late = new("期限切れ", "Overdue");
    public static readonly LocalText Reached = new("到達", "Reached");
    public static readonly LocalText Applicable = new("対象", "Applicable");
    public static readonly LocalText HasMoved = new("動いた", "Moved");
    public static readonly LocalText LastHeard = new("最後の記録", "Last answer");
    public static readonly LocalText SilentSince = new("30日以上動きなし", "Silent for 30 days");
    public static readonly LocalText Period = new("期間", "Period");
    public static readonly LocalText OpenRequests = new("本庁への相談（対応中）", "Open requests to head office");
    public static readonly LocalText PeriodOpen = new(
        "期間の途中なので、数字はまだ変わります。",
        "The period is not over; figures may still change."
    );
    public static readonly LocalText NoSummary = new(
        "このまとめは書き出せません。「週次まとめ」から開き直してください。",
        "This summary cannot be exported. Please open it again by “summary”."
    );
    public static readonly LocalText SummaryNext = new(
        "表はそのまま絞り込みや印刷ができます。終わった期間の数字は、あとから作っても同じです。",
        "The table can be filtered and printed as it is. Figures of a period that is over stay the same."
    );
    public static readonly LocalText ToSummary = new("まとめを開く", "Open the summary");

    public static LocalText SummaryChoice(LocalText period) => new($"まとめ：{period.Ja}", $"Summary: {period.En}");

    public static LocalText SummaryFile(int centres, int themes) =>
        new(
            $"保健所{centres}か所、取り組み{themes}件",
            $"{English.Count(centres, "centre")}, {English.Count(themes, "theme")}"
        );

    public static LocalText StageReached(int stage) => new($"段階{stage} 到達", $"Stage {stage} reached");

    public static LocalText StageOf(int stage) => new($"段階{stage} 対象", $"Stage {stage} applicable");

    public static LocalText StagePercent(int stage) => new($"段階{stage} %", $"Stage {stage} %");

    public static LocalText Heading(LocalText centre, LocalText year) =>
        new($"書き出し（{centre.Ja}・{year.Ja}）", $"Export ({centre.En}, {year.En})");

    public static LocalText ThemeChoice(string name) => new($"段階チェック：{name}", $"Stage check: {name}");

    public static LocalText YearOf(LocalText year) => new($"{year.Ja}の取り組み", $"Themes of {year.En}");

    public static LocalText ThemeFile(int lines, bool withNotes) =>
        withNotes
            ? new(
                $"表1の順に{lines}項目、メモ・次の一歩・履歴つき",
                $"{English.Count(lines, "activity", "activities")} in the order of table 1, with notes, next steps and history"
            )
            : new(
                $"表1の順に{lines}項目の状態",
                $"The states of {English.Count(lines, "activity", "activities")} in the order of table 1"
            );

    public static LocalText CouncilFile(int councils, int tasks) =>
        new(
            $"会議{councils}件、作業{tasks}件",
            $"{English.Count(councils, "council")}, {English.Count(tasks, "task")}"
        );

    public static LocalText TaskFile(int tasks, int agreements) =>
        new(
            $"作業{tasks}件、合意{agreements}件",
            $"{English.Count(tasks, "task")}, {English.Count(agreements, "agreement")}"
        );

    public static LocalText HistoryCut(int rows) =>
        new($"履歴は{rows}行までを載せています。", $"The history holds {rows} rows at most.");

    public static LocalText StatusName(CouncilStatus status) =>
        status switch
        {
            CouncilStatus.Held => new("開催済み", "held"),
            CouncilStatus.Cancelled => new("中止", "cancelled"),
            _ => new("準備中", "in preparation"),
        };

    public static LocalText Answer(Rsvp answer) =>
        answer switch
        {
            Rsvp.Yes => Attending,
            Rsvp.No => NotComing,
            Rsvp.Maybe => Undecided,
            _ => Silent,
        };
}

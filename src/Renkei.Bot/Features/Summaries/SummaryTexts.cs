using Renkei.Domain;
using Renkei.Domain.Checklists;
using Renkei.Domain.Summaries;
using Renkei.Domain.Time;

namespace Renkei.Bot.Features.Summaries;

/// <summary>What summaries say.</summary>
internal static class SummaryTexts
{
    public static readonly LocalText Weekly = new("週次まとめ", "Weekly summary");
    public static readonly LocalText Monthly = new("月次まとめ", "Monthly summary");
    public static readonly LocalText Yearly = new("年度のまとめ", "Summary of the year");
    public static readonly LocalText Description = new(
        "どこまで進み、何が動いたかを一枚で出します（例：「週次まとめ 先週」「週次まとめ 東部」）",
        "How far everybody is and what moved (e.g. “weekly summary last week”)"
    );

    public static readonly LocalText CentreColumn = new("保健所", "Centre");
    public static readonly LocalText ThemeColumn = new("取り組み", "Theme");
    public static readonly LocalText MovedColumn = new("動き", "Gain");
    public static readonly LocalText Whole = new("全体", "All");
    public static readonly LocalText NoChange = new("なし", "none");
    public static readonly LocalText LateTile = new("期限切れ", "overdue");
    public static readonly LocalText MovedHeading = new("動いたこと", "What moved");
    public static readonly LocalText NothingMoved = new("動きはありませんでした。", "Nothing moved.");
    public static readonly LocalText NothingMovedAtOnesOwn = new(
        "ご自分の保健所の取り組みには、動きがありませんでした。",
        "At your own centre nothing moved."
    );
    public static readonly LocalText CouncilsHeading = new("14日以内の会議", "Councils of the next 14 days");
    public static readonly LocalText LateHeading = new("期限を過ぎているもの", "Overdue");
    public static readonly LocalText SilentHeading = new(
        "30日以上、声が届いていない取り組み",
        "Themes silent for 30 days and more"
    );
    public static readonly LocalText ThemesHeading = new("取り組み", "Themes");
    public static readonly LocalText Look = new("くわしく見る", "Look closer");
    public static readonly LocalText LookButton = new("見る", "Open");
    public static readonly LocalText Charts = new("グラフで見る", "Charts");
    public static readonly LocalText ChartsHeading = new("グラフ", "Charts");
    public static readonly LocalText Numbers = new("数字に戻る", "Back to the figures");
    public static readonly LocalText Export = new("Excel", "Excel");
    public static readonly LocalText Requests = new("相談を見る", "Requests");
    public static readonly LocalText Subscribe = new("定期送信", "Regular delivery");
    public static readonly LocalText Prefecture = new("県全体へ", "The whole prefecture");
    public static readonly LocalText OpenTheme = new("段階チェックを開く", "Open the stage check");
    public static readonly LocalText ThisPeriod = new("今の期間へ", "To the present");
    public static readonly LocalText New = new("新しい取り組み", "new");
    public static readonly LocalText NoThemes = new(
        "この期間の取り組みはまだありません。保健所の方が「新しい取り組み」で始められます。",
        "There are no themes in this period yet. The health centre can start one with “new theme”."
    );
    public static readonly LocalText Legend = new(
        "段階の数字は、実施中か定着になった項目の割合です。「動き」は、増えた項目の数です。",
        "Stages show the share of lines in progress or established. Gain is the number of lines more."
    );
    public static readonly LocalText OnlyFigures = new(
        "ほかの保健所は、数字だけをお見せしています。",
        "Of other centres you see the figures only."
    );
    public static readonly LocalText CentreOnlyFigures = new(
        "この保健所は、数字だけをお見せしています。取り組みの中身は、その保健所と県本庁の方が見られます。",
        "Of this centre you see the figures only. Its themes are for the centre itself and head office."
    );
    public static readonly LocalText NotYourTheme = new(
        "この取り組みを見られるのは、その保健所と関係する市町村、県本庁の方です。見られる範囲をお見せします。",
        "Only its health centre, the municipalities concerned and head office can see this theme. Here is what you can see."
    );
    public static readonly LocalText OtherPrefecture = new(
        "ほかの都道府県のまとめは、その県の方が見られます。ご自分の県のまとめをお見せします。",
        "Summaries of another prefecture are for the people there. Here is your own prefecture."
    );
    public static readonly LocalText MondayNote = new(
        "今週は始まったばかりなので、先週の分です。",
        "This week has only begun, so this is the last one."
    );
    public static readonly LocalText NotBegun = new(
        "その期間はまだ始まっていません。今の分をお見せします。",
        "That period has not begun yet. Here is the present one."
    );
    public static readonly LocalText PlaceGone = new(
        "その保健所や市町村は見つかりませんでした。見られる範囲をお見せします。",
        "That centre or municipality was not found. Here is what you can see."
    );
    public static readonly LocalText ThemeGone = new(
        "その取り組みは、この期間にはありません。",
        "There is no such theme in this period."
    );
    public static readonly LocalText ChoosePrefecture = new("どの都道府県ですか", "Which prefecture?");
    public static readonly LocalText StagesChart = new("取り組みの段階", "Themes by stage");
    public static readonly LocalText CentresChart = new("保健所ごとの進み具合（項目数）", "Progress by centre (lines)");
    public static readonly LocalText ThemesChart = new("取り組みごとの進み具合（項目数）", "Progress by theme (lines)");
    public static readonly LocalText TrendChart = new("週ごとの推移（%）", "Week by week (%)");
    public static readonly LocalText ReachedColumn = new("実施中・定着", "Reached");
    public static readonly LocalText OpenColumn = new("これから", "To go");
    public static readonly LocalText Complete = new("全段階そろい", "All complete");
    public static readonly LocalText TrendTooShort = new(
        "年度が始まったばかりなので、推移は来週から出ます。",
        "The fiscal year has only begun. The trend appears next week."
    );
    public static readonly LocalText LinesHeading = new("変わった項目", "Lines that changed");
    public static readonly LocalText NoLines = new("項目の状態は変わっていません。", "No line changed its state.");

    public static LocalText Title(PeriodKind kind) =>
        kind switch
        {
            PeriodKind.Week => Weekly,
            PeriodKind.Month => Monthly,
            _ => Yearly,
        };

    public static LocalText Heading(PeriodKind kind, LocalText place) =>
        new($"{Title(kind).Ja}　{place.Ja}", $"{Title(kind).En}: {place.En}");

    public static LocalText PeriodLine(SummaryPeriod period, bool isFinal, DateTimeOffset now)
    {
        LocalText name = period.Name;
        FiscalYear year = FiscalYear.Of(period.Last);
        int week = year.WeekOf(period.Last);
        LocalText place =
            period.Kind == PeriodKind.Week
                ? new($"｜{year.Label.Ja} 第{week}週", $" | {year.Label.En}, week {week}")
                : new("", "");
        LocalText open = isFinal
            ? new("", "")
            : new(
                $"｜途中（{TokyoTime.Brief(now, Language.Japanese)}まで）",
                $" | so far (until {TokyoTime.Brief(now, Language.English)})"
            );
        return new(name.Ja + place.Ja + open.Ja, name.En + place.En + open.En);
    }

    /// <summary>Below a number that stands alone.</summary>
    public static LocalText MovedTile(int count) => new("動いた取り組み", count == 1 ? "theme moved" : "themes moved");

    /// <summary>Below a number that stands alone.</summary>
    public static LocalText CouncilsTile(int count) =>
        new("14日以内の会議", count == 1 ? "council in 14 days" : "councils in 14 days");

    /// <summary>Below a number that stands alone.</summary>
    public static LocalText RequestsTile(int count) =>
        new("本庁への相談", count == 1 ? "open request" : "open requests");

    public static LocalText Before(PeriodKind kind, int count) =>
        kind switch
        {
            PeriodKind.Week => new($"前の週 {count}件", $"week before: {count}"),
            PeriodKind.Month => new($"前の月 {count}件", $"month before: {count}"),
            _ => new($"前の年度 {count}件", $"year before: {count}"),
        };

    public static LocalText Previous(PeriodKind kind) =>
        kind switch
        {
            PeriodKind.Week => new("前の週", "Week before"),
            PeriodKind.Month => new("前の月", "Month before"),
            _ => new("前の年度", "Year before"),
        };

    public static LocalText Next(PeriodKind kind) =>
        kind switch
        {
            PeriodKind.Week => new("次の週", "Week after"),
            PeriodKind.Month => new("次の月", "Month after"),
            _ => new("次の年度", "Year after"),
        };

    public static LocalText StageColumn(int number) => new($"段階{number}", $"St. {number}");

    public static string Signed(int count) =>
        count > 0 ? $"+{count}"
        : count < 0 ? $"−{-count}"
        : "±0";

    public static LocalText Themes(int count) => new($"{count}件", English.Count(count, "theme"));

    public static LocalText StageReached(StageProgress stage) =>
        new($"段階{stage.Stage.Number}がそろいました", $"stage {stage.Stage.Number} is complete");

    public static LocalText More(int count) => new($"ほか{count}件", $"and {count} more");

    public static LocalText Ready(int done, int of) => new($"準備 {done}/{of}", $"{done} of {of} ready");

    public static LocalText SilentFor(DateOnly since) =>
        new($"{TokyoTime.Brief(since, Language.Japanese)}から", $"since {TokyoTime.Brief(since, Language.English)}");

    public static LocalText Missing(string names) =>
        new($"動きのない保健所：{names}", $"Centres without any change: {names}");

    public static LocalText MissingCount(int count) =>
        new($"動きのない保健所：{count}か所", $"Centres without any change: {count}");

    public static LocalText LateSteps(int count) => new($"次の一歩 {count}件", English.Count(count, "next step"));

    public static LocalText LateCouncilWork(int count) =>
        new(
            $"会議の準備と合意 {count}件",
            English.Count(count, "task or agreement of councils", "tasks and agreements of councils")
        );

    public static LocalText Waiting(int days) =>
        new($"最長{days}日待ち", $"waiting up to {English.Count(days, "day")}");

    public static LocalText NotFound(string text) =>
        new(
            $"「{text}」に当たる場所や取り組みは見つかりませんでした。見られる範囲をお見せします。",
            $"No place or theme matches “{text}”. Here is what you can see."
        );

    public static LocalText Several(string text, int count) =>
        new(
            $"「{text}」に当たる取り組みが{count}件あります。下から選んでください。",
            $"{count} themes match “{text}”. Please choose below."
        );

    public static LocalText OnlyMunicipality(LocalText town) =>
        new($"お見せできるのは、{town.Ja}に関わる取り組みです。", $"You can see the themes that concern {town.En}.");

    public static LocalText Spoken(SummaryFigures figures) =>
        new(
            $"動いた取り組み{figures.Moved}件、14日以内の会議{figures.ComingCouncils}件、期限切れ{figures.Late}件です。",
            $"{English.Count(figures.Moved, "theme")} moved, {English.Count(figures.ComingCouncils, "council")} in the next 14 days, {figures.Late} overdue."
        );

    public static LocalText Share(int reached, int applicable) =>
        new($"{reached}/{applicable}項目", $"{reached} of {English.Count(applicable, "line")}");
}

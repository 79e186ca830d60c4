using System.Globalization;
using Microsoft.Playwright;
using Renkei.Domain;
using Renkei.Domain.Time;
using Renkei.EndToEnd.Tests.Setting;
using static Microsoft.Playwright.Assertions;

namespace Renkei.EndToEnd.Tests.Browser;

/// <summary>
/// A council from its beginning to the next one, as its coordinator clicks it; the pictures are kept in <c>artifacts/screenshots</c>, to be
/// looked at. The days follow the machine's date, since a trial begins today.
/// </summary>
public sealed class CouncilPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [BrowserFact]
    public Task Wide_Japanese_FromPurposeToTheNextCouncil() => WalkAsync(Language.Japanese);

    [BrowserFact]
    public Task Wide_English_FromPurposeToTheNextCouncil() => WalkAsync(Language.English);

    private async Task WalkAsync(Language language)
    {
        bool ja = language == Language.Japanese;
        string T(string japanese, string english) => ja ? japanese : english;
        await using TrialRoom trial = await TrialRoom.StartAsync();
        await using RoomPage page = await RoomPage.OpenAsync(chromium, trial, 1440, 1400);
        int picture = 0;
        Task ShootAsync(string name) => page.ShootAsync($"council-{(ja ? "ja" : "en")}-{++picture:D2}-{name}");
        await page.BecomeAsync("kobayashi");
        await page.SpeakAsync("kobayashi", ja ? "ja-JP" : "en-US");
        // Whoever Renkei writes to is written to in the language they were last seen with.
        await page.SayAsync(T("ヘルプ", "help"), T("Renkei でできること", "What Renkei can do"));
        await page.BecomeAsync("kawakami");
        await page.SpeakAsync("kawakami", ja ? "ja-JP" : "en-US");

        // A new council: the kind is enough.
        await page.SayAsync(T("会議を始める", "new council"), T("会議を始める", "New council"));
        await page.ChooseAsync(
            T("会議の種類", "Kind of meeting"),
            T("管内の協議の場", "Council of the health-centre area")
        );
        await page.ChooseAsync(T("どの取り組みのための会議か", "Theme it serves"), "退院支援ルールづくり");
        await page.FillAsync(T("会議の名前", "Title"), Title);
        await ShootAsync("new");
        await page.PressAsync(T("準備を始める", "Begin to prepare"), Title);
        await ShootAsync("begun");

        // Purpose.
        await OpenStepAsync(page, T("ほかの段階を開く", "Open another step"), T("この段階を開く", "Open this step"), 1);
        await page.PressAsync(T("例文を入れる", "Fill in the example"), Title);
        await ShootAsync("purpose");
        await SaveAndNextAsync(T("参集者", "Participants"), 2);

        // Participants: two with an account, one by telephone.
        await page.PressAsync(T("参集者を足す", "Add people"), T("参集者を足す", "Add people"));
        await page.Card.GetByRole(AriaRole.Checkbox).Nth(1).CheckAsync();
        await page.PressAsync(T("選んだ人を足す", "Add those chosen"), Title);
        await page
            .Card.GetByRole(AriaRole.Button, new() { Name = T("この分野から足す", "Add from this field") })
            .First.ClickAsync();
        await page.HeadedAsync(T("参集者を足す", "Add people"));
        await page.PickAsync(AriaRole.Checkbox, "小林 結衣");
        await page.PressAsync(T("選んだ人を足す", "Add those chosen"), Title);
        await page.PressAsync(T("参集者を足す", "Add people"), T("参集者を足す", "Add people"));
        await page.PressAsync(T("新しい人を書く", "Enter somebody new"), T("新しい人を書く", "Enter somebody new"));
        await page.ChooseAsync(T("分野", "Field"), T("医師会", "Medical association"));
        await page.FillAsync(T("所属", "Organisation"), "東部医師会");
        await page.FillAsync(T("電話", "Telephone"), "000-0000-1234");
        await ShootAsync("somebody-new");
        await page.PressAsync(T("この人を足す", "Add this person"), Title);
        await ShootAsync("participants");
        await NextAsync(T("日程と会場", "Date and place"), 3);

        // Date and place; the time of day is proposed.
        DateOnly meeting = BusinessDays.National.AddBusinessDays(Today, 24);
        await FillDateAsync(page, meeting);
        await page.FillAsync(T("会場", "Place"), "東部保健所 2階会議室");
        await ShootAsync("date");
        await SaveAndNextAsync(T("資料", "Papers"), 4);
        await page.Card.GetByRole(AriaRole.Button, new() { Name = T("そろった", "It is ready") }).First.ClickAsync();
        await Expect(page.Card).ToContainTextAsync("1/4");
        await ShootAsync("papers");
        await NextAsync(T("準備の作業", "Tasks"), 5);
        await Expect(page.Card).ToContainTextAsync(T("期限をその割合で縮めています", "moved in proportion"));
        await ShootAsync("tasks");

        // The information sheet goes out, is answered in Teams and by telephone, and is compared.
        await NextAsync(T("事前情報収集シート", "Information sheet"), 6);
        await page.PressAsync(T("シートを作る", "Draw up a sheet"), Title);
        await page.PressAsync(T("確かめて送る", "Check and send"), Title);
        await ShootAsync("sheet-to-send");
        await page.PressAsync(T("Renkei から1件に送る", "Send to 1 by Renkei"), Title);
        await page.BecomeAsync("kobayashi");
        await Expect(page.Card).ToContainTextAsync(Title);
        await ShootAsync("sheet-arrived");
        await page.PressAsync(T("シートを開く", "Open the sheet"), T("事前情報収集シート", "Information sheet"));
        await page.Card.Locator("textarea:visible").First.FillAsync("退院の連絡が当日になることがあります。");
        await page.PressAsync(T("回答する", "Send the answer"), T("事前情報収集シート", "Information sheet"));
        await Expect(page.Card).ToContainTextAsync(T("受け取りました。", "Received, thank you."));
        await ShootAsync("sheet-answered");
        await page.BecomeAsync("kawakami");
        await page
            .Card.GetByRole(AriaRole.Button, new() { Name = T("代わりに入力", "Enter for them") })
            .Last.ClickAsync();
        await page.HeadedAsync(T("事前情報収集シート", "Information sheet"));
        await page.Card.Locator("textarea:visible").First.FillAsync("連絡の窓口が病院ごとに違います。");
        await page.PressAsync(T("保存", "Save"), Title);
        await page.PressAsync(T("回答を並べて見る", "Compare the answers"), T("回答の一覧", "Answers side by side"));
        await Expect(page.Card).ToContainTextAsync("退院の連絡が当日になることがあります。");
        await Expect(page.Card).ToContainTextAsync("連絡の窓口が病院ごとに違います。");
        await ShootAsync("sheets-compared");

        // Invitations.
        await page.PressAsync(T("シートの画面へ", "Back to the sheet"), Title);
        await NextAsync(T("案内", "Invitation"), 7);
        await page.PressAsync(
            T("Teams で案内する（2人）", "Invite in Teams (2)"),
            T("Teams で案内を送りますか", "Send invitations in Teams?")
        );
        await ShootAsync("invitation");
        await page.PressAsync(T("送る", "Send"), Title);
        await page.BecomeAsync("kobayashi");
        await page.HeadedAsync(T($"会議のご案内：{Title}", $"Invitation: {Title}"));
        await page.PressAsync(T("出席", "I will come"), T($"会議のご案内：{Title}", $"Invitation: {Title}"));
        await ShootAsync("invitation-answered");

        // The date moves; who is invited is told and asked again.
        DateOnly later = BusinessDays.National.AddBusinessDays(meeting, 1);
        await page.BecomeAsync("kawakami");
        await GoToStepAsync(3);
        await FillDateAsync(page, later);
        await page.PressAsync(T("保存して次へ", "Save and go on"), T("日程を変えますか", "Move this council?"));
        await ShootAsync("move-asked");
        await page.PressAsync(T("変える", "Change it"), Title);
        await page.BecomeAsync("kobayashi");
        await page.HeadedAsync(T($"日程が変わりました：{Title}", $"Moved: {Title}"));
        await ShootAsync("moved-told");

        // Days pass: the reminder arrives.
        await page.BecomeAsync("kawakami");
        int toReminder = BusinessDays.National.AddBusinessDays(later, -20).DayNumber - Today.DayNumber + 1;
        await page.TypeAsync(T($"時間を進める {toReminder}日", $"move the clock {toReminder} days"));
        ILocator reminder = page
            .Column.GetByTestId("card")
            .Filter(
                new()
                {
                    HasText = T($"：{Title}", $": {Title}"),
                    Has = page.Page.GetByRole(AriaRole.Button, new() { Name = T("明日もう一度", "Tomorrow again") }),
                }
            )
            .First;
        await Expect(reminder).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.QuietAsync();
        await reminder.ScrollIntoViewIfNeededAsync();
        await ShootAsync("reminder");

        // The day, and what came of it.
        int toMeeting = later.DayNumber - Today.DayNumber - toReminder + 1;
        await page.TypeAsync(T($"時間を進める {toMeeting}日", $"move the clock {toMeeting} days"));
        await page.QuietAsync();
        await GoToStepAsync(8);
        await ShootAsync("day");
        await page.PressAsync(T("全員出席", "Everybody came"), Title);
        await Expect(page.Card).ToContainTextAsync(T("✓ 出席", "✓ came"));
        await ShootAsync("everybody-came");
        await NextAsync(T("記録", "Minutes"), 9);
        await page.PressAsync(T("決まったことを書く", "Write the decisions"), T("決まったこと", "Decisions"));
        await page.FillAsync(T("決まったこと（一行に一つ）", "Decisions (one line each)"), "退院の3日前までに連絡する");
        await FillDateAsync(page, Today.AddDays(150));
        await page.PressAsync(T("保存", "Save"), Title);
        await page.PressAsync(T("合意を足す", "Add an agreement"), T("合意を足す", "Add an agreement"));
        await page.FillAsync(T("何を", "What"), "連絡の窓口の一覧をつくる");
        await page.Card.GetByLabel(T("だれが", "Who")).First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await FillDateAsync(page, Today.AddDays(80));
        await ShootAsync("agreement");
        await page.PressAsync(T("この合意を足す", "Add this agreement"), Title);
        await ShootAsync("minutes");
        await page.PressAsync(
            T("参加者に知らせる", "Share with participants"),
            T("この内容を参加者に知らせますか", "Share this with the participants?")
        );
        await page.PressAsync(T("知らせる", "Share"), Title);
        await page.PressAsync(T("記録を閉じる", "Close the minutes"), T("記録を閉じますか", "Close the minutes?"));
        await ShootAsync("close");
        await page.PressAsync(T("閉じる", "Close"), Title);
        await page.PressAsync(
            T("取り組みに反映する", "What it means for the theme"),
            T("取り組みに反映する", "What it means for the theme")
        );
        await ShootAsync("effects");
        await page
            .Card.GetByRole(AriaRole.Button, new() { Name = T("実施中にする", "Set to in progress") })
            .First.ClickAsync();
        await Expect(page.Card.GetByRole(AriaRole.Button, new() { Name = T("元に戻す", "Undo") })).ToBeVisibleAsync();
        await ShootAsync("effect-set");

        // The next one takes over what stays the same.
        await GoToStepAsync(9, isOver: true);
        await page.PressAsync(T("次の会議を準備する", "Prepare the next one"), T("会議を始める", "New council"));
        await Expect(page.Card).ToContainTextAsync(T("の続きです", "It follows"));
        await ShootAsync("next-of-the-series");
        await page.PressAsync(T("準備を始める", "Begin to prepare"), Title);
        await ShootAsync("next-begun");
        await page.AssertFitsAsync();
        page.AssertFaultless();

        async Task SaveAndNextAsync(string step, int number)
        {
            await page.PressAsync(T("保存して次へ", "Save and go on"), Title);
            await Expect(page.Card).ToContainTextAsync($"{number} {step}");
        }
        async Task NextAsync(string step, int number)
        {
            await page.PressAsync(T("次へ", "Next"), Title);
            await Expect(page.Card).ToContainTextAsync($"{number} {step}");
        }
        async Task GoToStepAsync(int number, bool isOver = false)
        {
            await page.SayAsync(
                T("会議準備", "councils"),
                T("会議準備（東部保健所）", "Councils (Tobu Health Centre)")
            );
            if (isOver)
            {
                await page.PressAsync(
                    T("終わった会議", "Past councils"),
                    T("終わった会議（東部保健所）", "Past councils (Tobu Health Centre)")
                );
            }
            await page
                .Card.GetByRole(AriaRole.Button, new() { Name = T("開く", "Open"), Exact = true })
                .Last.ClickAsync();
            await page.HeadedAsync(Title);
            await OpenStepAsync(
                page,
                T("ほかの段階を開く", "Open another step"),
                T("この段階を開く", "Open this step"),
                number
            );
        }
    }

    private static async Task OpenStepAsync(RoomPage page, string label, string button, int number)
    {
        await page.Card.GetByLabel(label).SelectOptionAsync(new SelectOptionValue { Index = number });
        await page.PressAsync(button, Title);
        await Expect(page.Card).ToContainTextAsync($"{number} ");
    }

    private static Task FillDateAsync(RoomPage page, DateOnly day) =>
        page.Card.Locator("input[type=date]").FillAsync(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static DateOnly Today => TokyoTime.DateOf(TimeProvider.System.GetUtcNow());

    private const string Title = "東部 秋の協議の場";
}

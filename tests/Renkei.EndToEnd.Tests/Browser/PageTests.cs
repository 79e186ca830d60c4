using Microsoft.Playwright;
using Renkei.EndToEnd.Tests.Setting;
using static Microsoft.Playwright.Assertions;

namespace Renkei.EndToEnd.Tests.Browser;

/// <summary>The same walk as a person clicks it. The pictures are kept in <c>artifacts/screenshots</c>, to be looked at.</summary>
public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [BrowserFact]
    public async Task Wide_Newcomer_RegistersWalksStopsAndGoesOn()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        await using RoomPage page = await RoomPage.OpenAsync(chromium, trial, 1440, 900);
        await page.ShootAsync("wide-01-start");
        await page.BecomeAsync("hayashi");
        await page.Page.GetByTestId("install-hayashi").ClickAsync();
        await page.HeadedAsync("こんにちは、Renkei（連携）です");
        await page.ShootAsync("wide-02-greeting");
        await page.PressAsync("次へ", "所属と役割");
        await page.PickAsync(AriaRole.Radio, "東部保健所");
        await page.ShootAsync("wide-03-place");
        await page.PressAsync("これで始める", "林 さくらさん、登録できました");
        await page.ShootAsync("wide-04-registered");
        await page.PressAsync("段階チェックを始める", $"段階チェック（東部保健所・{Year}）");
        await page.ShootAsync("wide-05-themes");
        await page.PressAsync("新しい取り組み", "新しい取り組み");
        // A required input that is empty is refused before anything is sent.
        await page.Card.GetByRole(AriaRole.Button, new() { Name = "つくって始める" }).ClickAsync();
        await Expect(page.Card.GetByText("名前を40文字までで入れてください。")).ToBeVisibleAsync();
        await page.ChooseAsync("分野", "認知症");
        await page.FillAsync("取り組みの名前", "認知症カフェの輪");
        await page.ShootAsync("wide-06-new-theme");
        await page.PressAsync("つくって始める", "認知症カフェの輪");
        await page.ShootAsync("wide-07-overview");
        await page.PressAsync("次の一歩を開く", "関係者から情報収集する");
        await page.ShootAsync("wide-08-first-role");
        await page.ChooseAsync("表1-1 状態", "実施中");
        await page.Card.GetByRole(AriaRole.Button, new() { Name = "メモ・日付・次の一歩" }).First.ClickAsync();
        await page.FillAsync("メモ", "所内で話し合った");
        await page.FillAsync("次の一歩", "市立病院を訪ねる");
        await page.FillAsync("いつまで", "2027-03-12");
        await page.Card.GetByRole(AriaRole.Button, new() { Name = "具体例" }).First.ClickAsync();
        await page.ShootAsync("wide-09-filled-in");
        await page.PressAsync("保存して次へ", "関係者からの情報を整理し課題を抽出する");
        await Expect(page.Card).ToContainTextAsync("1件を保存しました。");
        await page.ShootAsync("wide-10-second-role");
        await page.PressAsync("前へ", "関係者から情報収集する");
        await Expect(page.Card).ToContainTextAsync("所内で話し合った");
        await page.PressAsync("履歴", "表1-1 の履歴");
        await page.ShootAsync("wide-11-history");
        await page.PressAsync("戻る", "関係者から情報収集する");
        await page.PressAsync("今日はここまで", "おつかれさまでした");
        await page.ShootAsync("wide-12-stopped");

        await trial.KillAndStartBotAsync();
        await page.SayAsync("続き", "関係者から情報収集する");
        await Expect(page.Card).ToContainTextAsync("所内で話し合った");
        await page.ShootAsync("wide-13-resumed");
        await page.SayAsync("ヘルプ", "Renkei でできること");
        await page.ShootAsync("wide-14-help");
        await page.SayAsync("あしたの昼ごはん", "うまく読み取れませんでした");
        await page.ShootAsync("wide-15-unsure");
        await page.AssertFitsAsync();
        page.AssertFaultless();
    }

    [BrowserFact]
    public async Task Wide_TwoPeople_TheSecondIsAskedAndDecides()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        await using RoomPage sato = await RoomPage.OpenAsync(chromium, trial, 1440, 900);
        await using RoomPage tanaka = await RoomPage.OpenAsync(chromium, trial, 1440, 900);
        foreach ((RoomPage page, string person) in ((RoomPage, string)[])[(sato, "sato"), (tanaka, "tanaka")])
        {
            await page.BecomeAsync(person);
            await page.SayAsync("段階チェック", $"段階チェック（東部保健所・{Year}）");
            await page.PressAsync("開く", "退院支援ルールづくり");
            await page.PressAsync("次の一歩を開く", "情報・課題共有の場を設定する（既存の場を活用する）");
        }
        await sato.ChooseAsync("表1-8 状態", "定着");
        await sato.PressAsync("保存して次へ", Fifth);
        await tanaka.ChooseAsync("表1-8 状態", "準備中");
        await tanaka.PressAsync("保存して次へ", "同じところが先に変わっています");
        await tanaka.ShootAsync("wide-20-yours-or-theirs");
        await tanaka.PickAsync(AriaRole.Radio, "自分のにする");
        await tanaka.PressAsync("これで決める", Fifth);
        await tanaka.PressAsync("前へ", "情報・課題共有の場を設定する（既存の場を活用する）");
        await Expect(tanaka.Card.GetByLabel("表1-8 状態")).ToHaveValueAsync("p");
        sato.AssertFaultless();
        tanaka.AssertFaultless();
    }

    [BrowserFact]
    public async Task Wide_GroupChat_MentionShowsThemesAndOnlyWhoPressesSeesMore()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        await using RoomPage page = await RoomPage.OpenAsync(chromium, trial, 1440, 900);
        await page.BecomeAsync("kawakami", "group-taiin");
        await page.SayAsync("段階チェック", $"段階チェック（東部保健所・{Year}）", mention: true);
        await page.PressAsync("開く", "退院支援ルールづくり");
        await Expect(page.Column.GetByTestId("private-card")).ToBeVisibleAsync();
        await page.ShootAsync("wide-30-group-chat");
        page.AssertFaultless();
    }

    [BrowserFact]
    public async Task Wide_StoreAway_TheCardKeepsWhatWasTyped()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        await using RoomPage page = await RoomPage.OpenAsync(chromium, trial, 1440, 900);
        await page.BecomeAsync("suzuki");
        await page.SayAsync("段階チェック", $"段階チェック（中部保健所・{Year}）");
        await page.PressAsync("開く", "認知症の初期集中支援");
        await page.ChooseAsync("ほかの役割を開く", "1 関係者から情報収集する");
        await page.PressAsync("この役割を開く", "関係者から情報収集する");
        await page.ChooseAsync("表1-2 状態", "定着");
        await trial.Room.KillBotAsync(CancellationToken.None);
        await page.Card.GetByRole(AriaRole.Button, new() { Name = "保存して次へ" }).ClickAsync();
        await Expect(page.Column.GetByTestId("press-result")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.Card.GetByLabel("表1-2 状態")).ToHaveValueAsync("e");
        await page.ShootAsync("wide-40-bot-away");
        await trial.StartBotAsync();
        await page.PressAsync("保存して次へ", "関係者からの情報を整理し課題を抽出する");
        await Expect(page.Card).ToContainTextAsync("1件を保存しました。");
    }

    [BrowserFact]
    public async Task Narrow_Dark_WalksOneRole()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        await using RoomPage page = await RoomPage.OpenAsync(chromium, trial, 390, 844, ColorScheme.Dark);
        await page.BecomeAsync("suzuki");
        await page.SayAsync("段階チェック", $"段階チェック（中部保健所・{Year}）");
        await page.ShootAsync("narrow-01-themes-dark");
        await page.PressAsync("開く", "認知症の初期集中支援");
        await page.ShootAsync("narrow-02-overview-dark");
        await page.PressAsync("次の一歩を開く", "関係者からの情報を整理し課題を抽出する");
        await page.ShootAsync("narrow-03-role-dark");
        await page.Card.GetByRole(AriaRole.Button, new() { Name = "メモ・日付・次の一歩" }).First.ClickAsync();
        await page.ShootAsync("narrow-04-details-dark");
        await page.AssertFitsAsync();
        await page.PressAsync("今日はここまで", "おつかれさまでした");
        await page.ShootAsync("narrow-05-stopped-dark");
        await page.AssertFitsAsync();
        page.AssertFaultless();
    }

    [BrowserFact]
    public async Task Narrow_Light_NewcomerIsGreeted()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        await using RoomPage page = await RoomPage.OpenAsync(chromium, trial, 390, 844);
        await page.BecomeAsync("hayashi");
        await page.ShootAsync("narrow-10-empty");
        await page.Column.GetByTestId("compose-text").FillAsync("こんにちは");
        await page.Column.GetByTestId("send").ClickAsync();
        await Expect(page.Column.GetByTestId("card").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.ShootAsync("narrow-11-greeting");
        await page.AssertFitsAsync();
    }

    [BrowserFact]
    public async Task Wide_English_EmmaReads()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        await using RoomPage page = await RoomPage.OpenAsync(chromium, trial, 1440, 900, ColorScheme.Dark);
        await page.Page.GetByTestId("language").ClickAsync();
        await page.BecomeAsync("emma");
        await page.SayAsync("stage check", "Stage check");
        await page.PickAsync(AriaRole.Radio, "Tobu Health Centre");
        await page.Card.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await Expect(page.Card).ToContainTextAsync("退院支援ルールづくり");
        await page.ShootAsync("english-01-themes-dark");
        await page.PressAsync("Open", "退院支援ルールづくり");
        await page.ShootAsync("english-02-overview-dark");
        await page.SayAsync("help", "What Renkei can do");
        await page.ShootAsync("english-03-help-dark");
        page.AssertFaultless();
    }

    private const string Fifth = "関係者と情報・課題共有、相互理解を図り、協働できる関係性を築く";

    /// <summary>The fiscal year of today in Japan, as headings say it.</summary>
    private static string Year
    {
        get
        {
            DateTimeOffset now = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9));
            return $"令和{now.AddMonths(-3).Year - 2018}年度";
        }
    }
}

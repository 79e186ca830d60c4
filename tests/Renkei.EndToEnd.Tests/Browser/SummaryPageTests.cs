using Microsoft.Playwright;
using Renkei.EndToEnd.Tests.Setting;
using static Microsoft.Playwright.Assertions;

namespace Renkei.EndToEnd.Tests.Browser;

/// <summary>What head office does on Monday, as people click it: the summary in the channel, its charts, the delivery, and a file to take along.</summary>
public sealed class SummaryPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Heading = "週次まとめ　ひかり県";

    [BrowserFact]
    public async Task Wide_Channel_SummaryChartsAndDelivery()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        await using RoomPage page = await RoomPage.OpenAsync(chromium, trial, 1440, 1200);
        await page.BecomeAsync("takahashi", "channel-honcho");
        await page.SayAsync("週次まとめ", Heading, mention: true);
        await Expect(page.Card).ToContainTextAsync("動きのない保健所");
        await page.ShootAsync("summary-01-channel");
        await page.PressAsync("グラフで見る", Heading);
        await Expect(page.Card.Locator("canvas")).ToHaveCountAsync(3);
        await page.ShootAsync("summary-02-charts");
        await page.SayAsync("毎週月曜9時", "まとめの定期送信", mention: true);
        await page.ShootAsync("summary-03-delivery");
        await page.PressAsync("止める", "まとめの定期送信");
        await page.AssertFitsAsync();
        page.AssertFaultless();
    }

    [BrowserFact]
    public async Task Wide_PersonalChat_AFileIsAllowedAndArrives()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        await using RoomPage page = await RoomPage.OpenAsync(chromium, trial, 1440, 1200);
        await page.BecomeAsync("suzuki");
        await page.TypeAsync("書き出し");
        await Expect(page.Card).ToContainTextAsync("Excel（.xlsx）");
        await page.ShootAsync("export-01-what");
        await page.PressAsync("ファイルを作る", "ファイルを用意しました");
        await page.Column.GetByRole(AriaRole.Button, new() { Name = "許可", Exact = true }).ClickAsync();
        await Expect(page.Column.GetByText("ダウンロード")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.Card).ToContainTextAsync("OneDrive に保存しました");
        await page.ShootAsync("export-02-saved");
        page.AssertFaultless();
    }
}

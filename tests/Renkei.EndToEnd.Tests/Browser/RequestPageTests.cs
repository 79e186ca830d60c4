using Renkei.EndToEnd.Tests.Setting;
using static Microsoft.Playwright.Assertions;

namespace Renkei.EndToEnd.Tests.Browser;

/// <summary>A request to head office as people click it: from the nurse's chat to the channel, the answer back, the thanks.</summary>
public sealed class RequestPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Title = "退院連絡の様式をそろえたい";
    private const string Heading = $"県本庁への相談：{Title}";

    [BrowserFact]
    public async Task Wide_RequestAnswerAndThanks_ReachTheRightChats()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        await using RoomPage office = await RoomPage.OpenAsync(chromium, trial, 1440, 900);
        await using RoomPage sato = await RoomPage.OpenAsync(chromium, trial, 1440, 900);
        await office.BecomeAsync("takahashi", "channel-honcho");
        await office.SayAsync("ここを本庁の窓口にする", "本庁の窓口", mention: true);
        await office.PressAsync("ここを窓口にする", "本庁の窓口");
        await Expect(office.Card).ToContainTextAsync("ここを窓口にしました。");

        await sato.BecomeAsync("sato");
        await sato.SayAsync("会議準備", "会議準備（東部保健所）");
        await sato.ChooseInMenuAsync("本庁に相談");
        await sato.HeadedAsync("本庁に相談");
        await sato.FillAsync("ひとことで言うと", Title);
        await sato.FillAsync("くわしく（書かなくてもかまいません）", "病院ごとに様式が違います。");
        await sato.ShootAsync("request-01-write");
        await sato.PressAsync("内容を確かめる", "この内容で送ります");
        await sato.PressAsync("県本庁に送る", Heading);
        await sato.ShootAsync("request-02-sent");

        await office.HeadedAsync(Heading);
        await Expect(office.Card).ToContainTextAsync("東部保健所・佐藤 美咲");
        await office.ShootAsync("request-03-channel");
        await office.PressAsync("回答する", $"回答を書く：{Title}");
        await office.FillAsync("本文", "共通の様式案を送ります。");
        await office.PressAsync("送る", Heading);

        await sato.HeadedAsync($"県本庁から回答です：{Title}");
        await Expect(sato.Card).ToContainTextAsync("共通の様式案を送ります。");
        await sato.ShootAsync("request-04-answer");
        await sato.PressAsync("解決しました（お礼を伝えて閉じる）", Heading);

        // Somebody else in the channel, who pressed nothing, sees what became of it.
        await using RoomPage other = await RoomPage.OpenAsync(chromium, trial, 1440, 900);
        await other.BecomeAsync("watanabe", "channel-honcho");
        await Expect(other.Card).ToContainTextAsync("解決しました。ありがとうございました");
        await other.ShootAsync("request-05-closed");
        await office.AssertFitsAsync();
        office.AssertFaultless();
        sato.AssertFaultless();
    }
}

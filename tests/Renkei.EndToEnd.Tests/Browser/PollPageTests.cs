using Microsoft.Playwright;
using Renkei.EndToEnd.Tests.Setting;
using static Microsoft.Playwright.Assertions;

namespace Renkei.EndToEnd.Tests.Browser;

/// <summary>A ○△× poll as people click it: from the proposals to the group chat, a vote there, one by telephone, the date.</summary>
public sealed class PollPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Council = "東部圏域 退院支援ルールの調整会議";
    private const string Board = $"日程の投票：{Council}";

    [BrowserFact]
    public async Task Wide_FromTheProposalsToTheDate_EverybodySeesTheVotes()
    {
        await using TrialRoom trial = await TrialRoom.StartAsync();
        await using RoomPage kawakami = await RoomPage.OpenAsync(chromium, trial, 1440, 1200);
        await using RoomPage group = await RoomPage.OpenAsync(chromium, trial, 1440, 1200);
        await kawakami.BecomeAsync("kawakami");
        await kawakami.SayAsync("日程調整", "日程調整");
        await kawakami.PressAsync("この会議の日を探す", "日程調整");
        await kawakami.PressAsync("候補を出す", "日程の候補");
        await kawakami.PressAsync("投票にかける", "日程を投票で聞く");
        // The ticked proposals are there, so nothing has to be typed.
        await Expect(kawakami.Card.Locator("textarea").First)
            .ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"–.*\n.*–"));
        await kawakami.PickAsync(AriaRole.Checkbox, "グループチャット：退院支援ルールづくり（東部）");
        await kawakami.ShootAsync("poll-01-form");
        await kawakami.PressAsync("次へ（まだ送りません）", "この内容で聞きますか");
        await kawakami.ShootAsync("poll-02-check");
        await kawakami.PressAsync("投票を始める", Board);

        await group.BecomeAsync("sato", "group-taiin");
        await group.HeadedAsync(Board);
        await Expect(group.Card).ToContainTextAsync("まだ回答がありません。");
        await group.ShootAsync("poll-03-board");
        await group.PressAsync("回答する", Board);
        await Expect(group.Column.GetByTestId("private-card")).ToBeVisibleAsync();
        await group.ShootAsync("poll-04-private-form");
        await group.PressAsync("すべて○で回答", Board);

        // Somebody who answered by telephone: the organiser enters it, and it says so.
        await kawakami.SayAsync("日程の投票", "日程の投票");
        await kawakami.PressAsync("回答する", Board);
        await kawakami.PressAsync("すべて○で回答", Board);
        await Expect(kawakami.Card).ToContainTextAsync("回答済み 2人：");
        await kawakami.PressAsync("電話の回答を入力", $"電話の回答を入力：{Council}");
        await kawakami.Card.Locator("select").First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await kawakami.Card.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(kawakami.Card.GetByRole(AriaRole.Button, new() { Name = "この内容で入力する" }))
            .ToBeVisibleAsync();
        foreach (ILocator mark in await kawakami.Card.Locator("select").AllAsync())
        {
            await mark.SelectOptionAsync(new SelectOptionValue { Label = "△ 調整すれば" });
        }
        await kawakami.ShootAsync("poll-05-proxy");
        await kawakami.PressAsync("この内容で入力する", Board);
        await Expect(kawakami.Card).ToContainTextAsync("回答済み 3人：");

        await kawakami.Card.Locator("select").Last.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await kawakami.PressAsync("選んだ日に決める", Board);
        await Expect(kawakami.Card).ToContainTextAsync("に決まりました（川上 由美さん");
        await kawakami.ShootAsync("poll-06-decided");

        // Who pressed nothing since sees it on the same card.
        await using RoomPage other = await RoomPage.OpenAsync(chromium, trial, 1440, 1200);
        await other.BecomeAsync("tanaka", "group-taiin");
        await Expect(other.Card).ToContainTextAsync("に決まりました（川上 由美さん", new() { Timeout = 60_000 });
        await other.ShootAsync("poll-07-board-decided");
        kawakami.AssertFaultless();
        group.AssertFaultless();
    }
}

using Microsoft.Playwright;
using Renkei.Domain;
using Renkei.EndToEnd.Tests.Setting;
using static Microsoft.Playwright.Assertions;

namespace Renkei.EndToEnd.Tests.Browser;

/// <summary>
/// A date from the command to the booked meeting, moved in Outlook, and a meeting of its own that is answered; the pictures are kept in
/// <c>artifacts/screenshots</c>, to be looked at.
/// </summary>
public sealed class SchedulePageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [BrowserFact]
    public Task Wide_Japanese_FromTheCommandToTheAnswer() => WalkAsync(Language.Japanese);

    [BrowserFact]
    public Task Wide_English_FromTheCommandToTheAnswer() => WalkAsync(Language.English);

    private async Task WalkAsync(Language language)
    {
        bool ja = language == Language.Japanese;
        string T(string japanese, string english) => ja ? japanese : english;
        await using TrialRoom trial = await TrialRoom.StartAsync();
        await using RoomPage page = await RoomPage.OpenAsync(chromium, trial, 1440, 1400);
        int picture = 0;
        Task ShootAsync(string name) => page.ShootAsync($"schedule-{(ja ? "ja" : "en")}-{++picture:D2}-{name}");
        string locale = T("ja-JP", "en-US");
        await page.BecomeAsync("kobayashi");
        await page.SpeakAsync("kobayashi", locale);
        // Whoever Renkei writes to is written to in the language they were last seen with.
        await page.SayAsync(T("ヘルプ", "help"), T("Renkei でできること", "What Renkei can do"));
        await page.BecomeAsync("kawakami");
        await page.SpeakAsync("kawakami", locale);

        // The council's date: its people and length are there, the calendars are asked.
        await page.SayAsync(T("日程調整", "find a date"), T("日程調整", "Find a date"));
        await ShootAsync("which");
        await page.PressAsync(T("この会議の日を探す", "Find a date for it"), T("日程調整", "Find a date"));
        await Expect(page.Card).ToContainTextAsync(T("必ず出てほしい方", "Required"));
        await ShootAsync("conditions");
        await page.PressAsync(T("候補を出す", "Propose dates"), T("日程の候補", "Proposed dates"));
        await ShootAsync("proposals");
        await page.PressAsync(T("この日に決める", "Take this date"), T("この日に決めますか", "Take this date?"));
        await ShootAsync("asked");
        await page.PressAsync(T("決める", "Take it"), T("会議の予定", "The meeting"));
        await Expect(page.Card).ToContainTextAsync(T("予定表に入っています", "It is in the calendar"));
        await ShootAsync("booked");

        // Somebody moves the event in Outlook: the council follows, and she is told.
        string outlook = T("Outlookで動かす（練習）", "In Outlook (for practice)");
        await page.SayAsync(T("Outlookで動かす", "play outlook"), outlook);
        await page.PressAsync(T("この会議を動かす", "This one"), outlook);
        await Expect(page.Card).ToContainTextAsync(T("次の営業日へ動かす", "Move to the next business day"));
        await ShootAsync("outlook");
        await page
            .Card.GetByRole(
                AriaRole.Button,
                new() { Name = T("次の営業日へ動かす", "Move to the next business day"), Exact = true }
            )
            .ClickAsync();
        await page.HeadedAsync(T("Outlookで予定が変わりました", "The meeting was changed in Outlook"));
        await ShootAsync("moved-in-outlook");

        // A meeting of its own: Renkei invites, as nothing is mailed here.
        await page.SayAsync(T("日程調整", "find a date"), T("日程調整", "Find a date"));
        await page.PressAsync(T("ほかの集まりの日を探す", "For another meeting"), T("日程調整", "Find a date"));
        string title = T("難病担当者の打ち合わせ", "Planning the visits");
        await page.FillAsync(T("集まりの名前", "Name of the meeting"), title);
        await page.Card.GetByRole(AriaRole.Checkbox, new() { Name = "小林 結衣" }).Last.CheckAsync();
        await ShootAsync("own-conditions");
        await page.PressAsync(T("候補を出す", "Propose dates"), T("日程の候補", "Proposed dates"));
        await page.PressAsync(T("この日に決める", "Take this date"), T("この日に決めますか", "Take this date?"));
        await page.PressAsync(T("決める", "Take it"), T("会議の予定", "The meeting"));
        await page.BecomeAsync("kobayashi");
        await page.HeadedAsync(T("予定の招待", "You are invited"));
        await ShootAsync("invited");
        await page.PressAsync(T("出席", "Yes"), T("予定の招待", "You are invited"));
        await Expect(page.Card).ToContainTextAsync(T("「出席」とお答えいただいています", "You said: yes"));
        await page.BecomeAsync("kawakami");
        await page.PressAsync(T("最新の出欠を見る", "Look again"), T("会議の予定", "The meeting"));
        await Expect(page.Card).ToContainTextAsync(T("出席1", "1 yes"));
        await ShootAsync("answered");
        await page.AssertFitsAsync();
        page.AssertFaultless();
    }
}

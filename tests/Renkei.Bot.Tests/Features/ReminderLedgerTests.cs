using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Features;

/// <summary>「通知の記録」.</summary>
public sealed class ReminderLedgerTests
{
    [Fact]
    public async Task Record_EachReminder_SaysWhereItStands()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        Shown card = await stage.OneForAsync(stage.Sato, 12, 8, 9, 0);
        stage.Bot.Clock.Now = TokyoTime.Instant(new(2026, 12, 8), new(9, 20));
        await stage.Sato.PressAsync(card, "済みました");

        Shown record = await RecordAsync(stage, stage.Kawakami, "past");

        Assert.Contains(
            "作業の期限（当日）：図を作る\n12/8(火) 09:00｜佐藤 美咲\n送信 12/8(火) 09:00・見ました 12/8(火) 09:20・［済みました］ 12/8(火) 09:20",
            record.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "作業の期限（3営業日前）：図を作る\n12/3(木) 09:00｜佐藤 美咲\n送っていません（新しい知らせを送ったため）",
            record.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("次は12/11(金) 09:00、川上 由美へ。", record.Text, StringComparison.Ordinal);
        Shown toCome = await stage.Kawakami.PressAsync(record, "これから");
        Assert.Contains(
            "会議のまとめ（5営業日前）\n12/11(金) 09:00｜川上 由美\n予定",
            toCome.Text,
            StringComparison.Ordinal
        );
        Shown withdrawn = await stage.Kawakami.PressAsync(record, "取りやめ");
        Assert.Contains(
            "作業の期限（1営業日後）：図を作る\n12/9(水) 09:00｜佐藤 美咲\n取りやめ（12/8(火) 09:20に要らなくなった）",
            withdrawn.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Record_AfterAMove_ShowsWhatHadBeenPlanned()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        await stage.Bot.SendDueAsync();
        await stage.ChangeAsync(
            stage.Kawakami,
            c => c.MovedTo(new(new(2026, 12, 25), new(14, 0), 120), stage.Kawakami.Ref, stage.Bot.Clock.Now)
        );

        Shown withdrawn = await RecordAsync(stage, stage.Kawakami, "withdrawn");

        Assert.Contains(
            "会議のまとめ（10営業日前）\n12/4(金) 09:00｜川上 由美\n取りやめ（12/4(金) 08:00に日程変更）",
            withdrawn.Text,
            StringComparison.Ordinal
        );
        Shown toCome = await RecordAsync(stage, stage.Kawakami, "next");
        Assert.Contains("会議のまとめ（10営業日前）\n12/11(金) 09:00", toCome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_MovedBack_HasNothingTwice()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        MeetingTime first = (await stage.CouncilAsync()).When!;
        await stage.ChangeAsync(
            stage.Kawakami,
            c => c.MovedTo(first with { Date = new(2026, 12, 25) }, stage.Kawakami.Ref, stage.Bot.Clock.Now)
        );
        stage.Bot.Clock.Now += TimeSpan.FromMinutes(1);
        await stage.ChangeAsync(stage.Kawakami, c => c.MovedTo(first, stage.Kawakami.Ref, stage.Bot.Clock.Now));

        Shown withdrawn = await RecordAsync(stage, stage.Kawakami, "withdrawn");
        Shown toCome = await RecordAsync(stage, stage.Kawakami, "next");

        Assert.DoesNotContain("会議のまとめ（当日）\n12/18(金)", withdrawn.Text, StringComparison.Ordinal);
        Assert.Contains(
            "会議のまとめ（当日）\n12/25(金) 09:00｜川上 由美\n取りやめ（12/4(金) 08:01に日程変更）",
            withdrawn.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("会議のまとめ（当日）\n12/18(金) 09:00", toCome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_Failed_SaysWhy()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        stage.Bot.Teams.Unreachable.Add(stage.Sato.Chat);
        await stage.Bot.GoToAsync(2026, 12, 8, 9, 0);

        Shown record = await RecordAsync(stage, stage.Kawakami, "past");

        Assert.Contains("届きませんでした（Renkei をブロックしています）", record.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_OptedOutAndQuiet_SaysSo()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        Shown settings = await stage.Sato.SayAsync("通知の設定");
        await stage.Sato.PressAsync(settings, "保存", ("in_kinds", "ahead"));
        settings = await stage.Kawakami.SayAsync("通知の設定");
        await stage.Kawakami.PressAsync(settings, "保存", ("in_from", "08:00"), ("in_to", "10:30"));

        Assert.Empty(await stage.NewForAsync(stage.Sato, 12, 8, 9, 0));
        await stage.Bot.GoToAsync(2026, 12, 10, 9, 0);
        Shown past = await RecordAsync(stage, stage.Kawakami, "past");
        Shown toCome = await RecordAsync(stage, stage.Kawakami, "next");

        Assert.Contains("送っていません（ご本人の設定）", past.Text, StringComparison.Ordinal);
        Assert.Contains("12/10(木) 10:30に送ります（静かな時間のため）", toCome.Text, StringComparison.Ordinal);
        Assert.NotEmpty(await stage.NewForAsync(stage.Kawakami, 12, 10, 10, 30));
    }

    [Fact]
    public async Task Record_ManyLines_IsPaged()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync(
            (council, stage) =>
                council with
                {
                    Tasks =
                    [
                        .. Enumerable
                            .Range(1, 5)
                            .Select(n => new PreparationTask($"t{n}", $"作業{n}", 5, null, stage.Sato.Ref, null, null)),
                    ],
                }
        );

        Shown first = await RecordAsync(stage, stage.Kawakami, "next");
        Shown second = await stage.Kawakami.PressAsync(first, "次のページ");
        Shown beyond = await stage.Kawakami.ActAsync(
            "council/ledger",
            new()
            {
                ["c"] = stage.Id.ToString(),
                ["v"] = "next",
                ["p"] = 99,
            }
        );

        Assert.Contains("1/4ページ", first.Text, StringComparison.Ordinal);
        Assert.Contains("2/4ページ", second.Text, StringComparison.Ordinal);
        Assert.Contains("4/4ページ", beyond.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_OfAnotherCentre_IsNotShown()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        Player suzuki = await stage.Bot.SuzukiAsync();
        Player takahashi = await stage.Bot.TakahashiAsync();

        Shown refused = await RecordAsync(stage, suzuki, "next");
        Shown refusedToo = await RecordAsync(stage, stage.Kobayashi, "next");
        Shown shown = await RecordAsync(stage, takahashi, "next");

        Assert.DoesNotContain("会議のまとめ", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("会議のまとめ", refusedToo.Text, StringComparison.Ordinal);
        Assert.Contains("会議のまとめ", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_OffersTheCentresCouncils()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();

        Shown choice = await stage.Sato.SayAsync("通知の記録");
        Shown record = await stage.Sato.PressAsync(choice, "見る");

        Assert.Contains("東部圏域 協議の場", record.Text, StringComparison.Ordinal);
        Player takahashi = await stage.Bot.TakahashiAsync();
        Shown told = await takahashi.SayAsync("通知の記録");
        Assert.Contains("「会議準備」から会議を開くと", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_Costs_TwoRangesAndNoCommit()
    {
        await using ReminderStage stage = await ReminderStage.SetAsync();
        stage.Bot.Table.Reset();

        await RecordAsync(stage, stage.Kawakami, "past");

        // The person, the council, the lead; the ledger's entries, the withdrawals.
        Assert.Equal("3 finds, 2 queries, 0 commits", stage.Bot.Table.Counts);
    }

    private static Task<Shown> RecordAsync(ReminderStage stage, Player by, string part) =>
        by.ActAsync("council/ledger", new() { ["c"] = stage.Id.ToString(), ["v"] = part });
}

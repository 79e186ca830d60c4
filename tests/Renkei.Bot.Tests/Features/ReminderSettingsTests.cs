using Renkei.Bot.People;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Features;

/// <summary>「通知の設定」 and 「責任者を決める」.</summary>
public sealed class ReminderSettingsTests : IAsyncLifetime
{
    private readonly TestBot bot = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Settings_Saved_AreKeptAndShownAgain()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.SayAsync("通知の設定");
        Assert.Equal(
            "ahead,task,assigned,overdue,agreement,invitation,sheet,minutes,poll-nudge,poll-decided,feedback,feedback-reply",
            form.Inputs["in_kinds"]
        );

        Shown saved = await sato.PressAsync(
            form,
            "保存",
            ("in_from", "18:30"),
            ("in_to", "08:00"),
            ("in_days", "6,0"),
            ("in_kinds", "ahead,task,poll-nudge,poll-decided,feedback,feedback-reply")
        );

        Assert.Contains("保存しました。", saved.Text, StringComparison.Ordinal);
        NoticePreferences kept = (await sato.RecordAsync())!.Notices;
        Assert.Equal((new TimeOnly(18, 30), new TimeOnly(8, 0)), (kept.QuietFrom, kept.QuietTo));
        Assert.Equal([DayOfWeek.Saturday, DayOfWeek.Sunday], kept.QuietDays);
        Assert.Equal(["assigned", "overdue", "agreement", "invitation", "sheet", "minutes"], kept.OptedOut);
        Shown again = await sato.SayAsync("通知の設定");
        Assert.Equal(
            ("18:30", "08:00", "6,0", "ahead,task,poll-nudge,poll-decided,feedback,feedback-reply"),
            (again.Inputs["in_from"], again.Inputs["in_to"], again.Inputs["in_days"], again.Inputs["in_kinds"])
        );
    }

    [Fact]
    public async Task Settings_SavedTwice_WriteOnce()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.SayAsync("通知の設定");
        await sato.PressAsync(form, "保存", ("in_kinds", "task"));
        bot.Table.Reset();

        await sato.PressAsync(form, "保存", ("in_kinds", "task"));

        Assert.Equal("1 finds, 0 queries, 0 commits", bot.Table.Counts);
    }

    [Theory]
    [InlineData("18:30", "", "6", "始まりと終わりの両方を入れるか")]
    [InlineData("", "08:00", "6", "始まりと終わりの両方を入れるか")]
    [InlineData("25:00", "08:00", "6", "始まりと終わりの両方を入れるか")]
    [InlineData("夜", "08:00", "6", "始まりと終わりの両方を入れるか")]
    [InlineData("08:00", "08:00", "6", "始まりと終わりが同じです")]
    [InlineData("", "", "1,2,3,4,5,6,0", "七日とも静かにはできません")]
    public async Task Settings_SomethingWrong_ComeBackAndChangeNothing(
        string from,
        string to,
        string days,
        string reason
    )
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.SayAsync("通知の設定");

        Shown again = await sato.PressAsync(
            form,
            "保存",
            ("in_from", from),
            ("in_to", to),
            ("in_days", days),
            ("in_kinds", "task")
        );

        Assert.Contains(reason, again.Text, StringComparison.Ordinal);
        Assert.Equal((days, "task"), (again.Inputs["in_days"], again.Inputs["in_kinds"]));
        Assert.Empty((await sato.RecordAsync())!.Notices.OptedOut);
    }

    [Fact]
    public async Task Settings_ForgedKinds_CannotSwitchOffWhatIsAlwaysSent()
    {
        Player sato = await bot.SatoAsync();

        await sato.ActAsync("reminder/settings", new() { ["in_kinds"] = "task,always,change", ["in_days"] = "9,-1,x" });

        NoticePreferences kept = (await sato.RecordAsync())!.Notices;
        Assert.DoesNotContain("always", kept.OptedOut);
        Assert.Empty(kept.QuietDays);
    }

    [Fact]
    public async Task Settings_Reset_SendsEverythingAgain()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.SayAsync("通知の設定");
        Shown saved = await sato.PressAsync(
            form,
            "保存",
            ("in_kinds", "task"),
            ("in_from", "20:00"),
            ("in_to", "07:00")
        );

        Shown reset = await sato.PressAsync(saved, "最初の設定に戻す");

        Assert.Contains("最初の設定に戻しました。", reset.Text, StringComparison.Ordinal);
        NoticePreferences kept = (await sato.RecordAsync())!.Notices;
        Assert.Empty(kept.OptedOut);
        Assert.Equal(kept.QuietFrom, kept.QuietTo);
    }

    [Fact]
    public async Task Settings_SomebodyElseWroteMeanwhile_AreKeptAllTheSame()
    {
        Player sato = await bot.SatoAsync();
        Shown form = await sato.SayAsync("通知の設定");
        bot.Table.BeforeNextCommit = async () =>
        {
            PersonRecord read = (await sato.RecordAsync())!;
            await bot.People.TryReplaceAsync(read, read with { Name = "佐藤 美" }, CancellationToken.None);
        };

        await sato.PressAsync(form, "保存", ("in_kinds", "task"));

        PersonRecord kept = (await sato.RecordAsync())!;
        Assert.Contains("ahead", kept.Notices.OptedOut);
    }

    [Fact]
    public async Task Lead_NamedByACoordinator_IsKept()
    {
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        Player tanaka = await bot.TanakaAsync();
        Shown form = await kawakami.SayAsync("責任者を決める");

        Shown named = await kawakami.PressAsync(form, "保存", ("in_lead", tanaka.Ref.ObjectId));

        Assert.Contains("責任者は田中 浩さんです。", named.Text, StringComparison.Ordinal);
        Assert.Equal(tanaka.Ref, await LeadAsync());
        Shown nobody = await kawakami.PressAsync(named, "保存", ("in_lead", "-"));
        Assert.Contains("責任者は決めていません。", nobody.Text, StringComparison.Ordinal);
        Assert.Null(await LeadAsync());
    }

    [Theory]
    [InlineData("00000000-0000-4000-a000-000000000006")]
    [InlineData("")]
    public async Task Lead_WhomNobodyOffered_IsRefused(string chosen)
    {
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        await bot.SuzukiAsync();
        Shown form = await kawakami.SayAsync("責任者を決める");

        Shown refused = await kawakami.PressAsync(form, "保存", ("in_lead", chosen));

        Assert.Contains("責任者を選んでください。", refused.Text, StringComparison.Ordinal);
        Assert.Null(await LeadAsync());
    }

    [Fact]
    public async Task Lead_NamedByANurse_IsRefused()
    {
        Player sato = await bot.SatoAsync();

        Shown refused = await sato.ActAsync("reminder/lead-keep", new() { ["in_lead"] = sato.Ref.ObjectId });

        Assert.Contains("責任者を決められるのは、この保健所の調整役の方です。", refused.Text, StringComparison.Ordinal);
        Assert.Null(await LeadAsync());
    }

    private async Task<PersonRef?> LeadAsync() =>
        (await bot.Councils.SettingsAsync(TestBot.Tenant, "tobu", CancellationToken.None)).Lead;
}

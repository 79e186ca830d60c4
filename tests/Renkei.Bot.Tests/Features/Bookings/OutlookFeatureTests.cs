using Microsoft.Extensions.Options;
using Renkei.Bot.Tests.Play;
using Renkei.Bot.Trial;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Time;
using SampleCouncil = Renkei.Bot.Tests.Play.SampleCouncil;

namespace Renkei.Bot.Tests.Features.Bookings;

/// <summary>What a trial plays in place of Outlook.</summary>
public sealed class OutlookFeatureTests : IAsyncLifetime
{
    private readonly TestBot bot = new();
    private readonly SampleCouncil council;
    private readonly SamplePlan plan;

    public OutlookFeatureTests() => (council, plan) = (new(bot), new(bot));

    public async Task InitializeAsync()
    {
        await council.AddAsync();
        await council.ChangeAsync(c => c with { When = null });
        await plan.AddCalendarsAsync();
        await plan.AddAsync();
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Story_AnsweredMovedPlacedAndDeleted()
    {
        Register(isTrial: true);
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        Assert.Contains(
            "予定表に入っている会議がありません",
            (await ListAsync(kawakami)).Text,
            StringComparison.Ordinal
        );
        await plan.ChooseAsync(SamplePlan.December22);
        bot.Clock.Now += TimeSpan.FromMinutes(1);

        Shown page = await kawakami.PressAsync(await ListAsync(kawakami), "この会議を動かす");
        await kawakami.PressAsync(page, "Outlookで返事する", ("in_who", "kobayashi@hikari.example"), ("in_says", "no"));
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        Assert.Equal(Rsvp.No, (await council.NowAsync()).FindParticipant("p1")!.Rsvp);

        await kawakami.PressAsync(page, "次の営業日へ動かす");
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        Council moved = await council.NowAsync();
        Assert.Equal(new(2026, 12, 23), moved.When!.Date);
        Assert.Equal(Rsvp.Unknown, moved.FindParticipant("p1")!.Rsvp);

        await kawakami.PressAsync(page, "会場を変える", ("in_place", "市民会館"));
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        Assert.Equal("市民会館", (await council.NowAsync()).Place);

        Shown done = await kawakami.PressAsync(page, "予定を消す");
        Assert.Contains("まもなく Renkei が気づきます", done.Text, StringComparison.Ordinal);
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        Assert.True((await plan.NowAsync()).IsLeftOut);
    }

    [Fact]
    public async Task OutsideATrial_NothingOfItIsThere()
    {
        Register(isTrial: false);
        Player kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        await plan.ChooseAsync(SamplePlan.December22);

        Shown refused = await kawakami.ActAsync(OutlookFeature.DeleteVerb, new() { ["p"] = SamplePlan.Id.ToString() });

        Assert.Equal(400, refused.Status);
        Assert.Equal(1, await plan.EventsAsync());
        Assert.DoesNotContain(bot.Routes.Commands, c => c.Code == "outlook");
    }

    [Fact]
    public async Task Change_OfAnotherCentre_IsNotPlayed()
    {
        Register(isTrial: true);
        await plan.ChooseAsync(SamplePlan.December22);
        Player suzuki = await bot.SuzukiAsync();

        await suzuki.ActAsync(OutlookFeature.DeleteVerb, new() { ["p"] = SamplePlan.Id.ToString() });

        Assert.Equal(1, await plan.EventsAsync());
    }

    private void Register(bool isTrial) =>
        new OutlookFeature(
            Options.Create(new TrialOptions { Enabled = isTrial }),
            bot.Plans,
            bot.Watch,
            bot.Councils,
            bot.Calendars,
            BusinessDays.National
        ).Register(bot.Routes);

    private static Task<Shown> ListAsync(Player player) => player.ActAsync("command/run", new() { ["c"] = "outlook" });
}

using Renkei.Bot.Scheduling;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Calendars;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Features.Bookings;

/// <summary>A meeting without a council, in Renkei's own calendar; the present day is Friday 4 December.</summary>
public sealed class OwnMeetingTests : IAsyncLifetime
{
    private readonly TestBot bot = new();
    private readonly SamplePlan calendars;
    private Player kawakami = null!;
    private Player sato = null!;

    public OwnMeetingTests() => calendars = new(bot);

    public async Task InitializeAsync()
    {
        await calendars.AddCalendarsAsync();
        kawakami = await bot.EnterAsync("川上 由美", 4, Role.Coordinator, "tobu");
        sato = await bot.SatoAsync();
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Story_AskedForProposedBookedAnsweredAndCalledOff()
    {
        Shown booked = await BookAsync();
        Assert.Contains("予定表に入っています", booked.Text, StringComparison.Ordinal);
        Assert.Contains("回答待ち：佐藤 美咲", booked.Text, StringComparison.Ordinal);

        await bot.SendDueAsync();
        await bot.SendDueAsync();
        Shown invited = Assert.Single(sato.Received);
        Assert.Contains("難病担当者の打ち合わせ", invited.Text, StringComparison.Ordinal);
        Assert.Contains("川上 由美", invited.Text, StringComparison.Ordinal);
        Shown said = await sato.PressAsync(invited, "出席");
        await sato.PressAsync(invited, "出席");
        Assert.Contains("「出席」とお答えいただいています", said.Text, StringComparison.Ordinal);
        // The card she asked for is all she got: who plans a meeting is not invited to it.
        Assert.Single(kawakami.Received);
        Shown now = await kawakami.PressAsync(booked, "最新の出欠を見る");
        Assert.Contains("出席1・未定0・欠席0・回答待ち0", now.Text, StringComparison.Ordinal);

        Shown asked = await kawakami.PressAsync(now, "この集まりをやめる");
        Shown off = await kawakami.PressAsync(asked, "やめる");
        await kawakami.PressAsync(asked, "やめる");
        Assert.Contains("中止になりました", off.Text, StringComparison.Ordinal);
        Assert.Equal(0, await calendars.EventsAsync());
        await bot.SendDueAsync();
        Assert.Equal(2, sato.Received.Count);
        Assert.Contains("この集まりは中止になりました", sato.Received[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_InTheCalendarOrInRenkei_TheNewerCounts()
    {
        await BookAsync();
        await bot.SendDueAsync();
        Shown invited = Assert.Single(sato.Received);
        await sato.PressAsync(invited, "欠席");
        MeetingPlan plan = await PlanAsync();
        bot.Clock.Now += TimeSpan.FromMinutes(1);
        await bot.OwnCalendar.RespondAsync(
            plan.Booked!.MeetingId,
            "sato@hikari.example",
            MeetingResponse.Tentative,
            default
        );

        await bot.Watcher.RoundAsync(TestBot.Tenant, default);

        plan = await PlanAsync();
        Assert.Equal(MeetingResponse.Tentative, plan.ResponseOf(plan.Asked.Single(a => a.ObjectId == TestBot.IdOf(3))));
    }

    [Fact]
    public async Task Answer_ToADateThatWasMoved_AsksAgain()
    {
        await BookAsync();
        await bot.SendDueAsync();
        Shown invited = Assert.Single(sato.Received);
        MeetingPlan plan = await PlanAsync();
        bot.Clock.Now += TimeSpan.FromHours(1);
        await bot.OwnCalendar.MoveAsync(plan.Booked!.MeetingId, SamplePlan.At(21, 10), default);
        await bot.Watcher.RoundAsync(TestBot.Tenant, default);
        await bot.SendDueAsync();

        Shown back = await sato.PressAsync(invited, "出席");

        Assert.Contains("新しい日時でお答えください", back.Text, StringComparison.Ordinal);
        Assert.Contains("2026年12月21日(月) 10:00–12:00", back.Text, StringComparison.Ordinal);
        plan = await PlanAsync();
        Assert.Empty(plan.Replies);
        // The organiser hears of it once, and Sato is asked about the new date.
        Assert.Equal(2, kawakami.Received.Count);
        Assert.Contains("Outlookで予定が変わりました", kawakami.Received[1].Text, StringComparison.Ordinal);
        Assert.Equal(2, sato.Received.Count);
        Assert.Contains(
            "「出席」とお答え",
            (await sato.PressAsync(sato.Received[1], "出席")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Answer_OfSomebodyWhoIsNotAsked_IsNotTaken()
    {
        await BookAsync();
        MeetingPlan plan = await PlanAsync();
        Player tanaka = await bot.TanakaAsync();

        Shown refused = await tanaka.ActAsync("booking/rsvp", new() { ["p"] = plan.Id.ToString(), ["a"] = "yes" });

        Assert.Contains("あなたあてではありません", refused.Text, StringComparison.Ordinal);
        Assert.Equal(plan.Revision, (await PlanAsync()).Revision);
    }

    [Fact]
    public async Task Title_WithATelephoneNumber_IsAskedAboutAndNotStored()
    {
        Shown request = await kawakami.SayAsync("日程調整");

        Shown asked = await kawakami.PressAsync(
            request,
            "候補を出す",
            ("in_title", "田中様 090-1234-5678 の件"),
            ("in_optional", sato.Id.ObjectId)
        );

        Assert.Contains("電話番号のような数字", asked.Text, StringComparison.Ordinal);
        Assert.Equal(sato.Id.ObjectId, asked.Inputs["in_optional"]);
        Shown proposals = await kawakami.PressAsync(asked, "消して保存");
        Assert.Contains("日程の候補", proposals.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("090-1234-5678", proposals.Text, StringComparison.Ordinal);
    }

    private async Task<MeetingPlan> PlanAsync()
    {
        await foreach ((PlanId id, _, _) in bot.Watch.ReadAsync(TestBot.Tenant, default))
        {
            return (await bot.Plans.FindAsync(TestBot.Tenant, id, default))!;
        }
        throw new InvalidOperationException("There is no plan.");
    }

    private async Task<Shown> BookAsync()
    {
        Shown request = await kawakami.SayAsync("日程調整");
        Assert.Equal(TestBot.IdOf(4), request.Inputs["in_required"]);
        Shown proposals = await kawakami.PressAsync(
            request,
            "候補を出す",
            ("in_title", "難病担当者の打ち合わせ"),
            ("in_optional", sato.Id.ObjectId)
        );
        Shown asked = await kawakami.PressAsync(proposals, "この日に決める");
        return await kawakami.PressAsync(asked, "決める");
    }
}

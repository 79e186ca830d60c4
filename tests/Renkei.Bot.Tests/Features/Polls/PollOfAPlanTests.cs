using System.Globalization;
using Renkei.Bot.Polls;
using Renkei.Bot.Scheduling;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.Scheduling;

namespace Renkei.Bot.Tests.Features.Polls;

/// <summary>A poll about the dates a search proposed: the plan says who is asked, and gets the chosen date.</summary>
public sealed class PollOfAPlanTests : IAsyncLifetime
{
    private readonly PlanId id = PlanId.Of("tobu", "m1");
    private PollStage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await PollStage.SetAsync();
        await stage.Bot.Plans.AddAsync(
            TestBot.Tenant,
            new()
            {
                Id = id,
                Title = "退院支援ルールの打合せ",
                Organiser = stage.Kawakami.Ref,
                Minutes = 90,
                From = new(2026, 12, 14),
                To = new(2026, 12, 25),
                HoursFrom = new(9, 0),
                HoursTo = new(17, 15),
                NeededSectors = ["medical-association"],
                Asked =
                [
                    Attendee(stage.Sato.Ref.ObjectId, "佐藤 美咲", "東部保健所", "centre", stage.Sato.Ref.ObjectId),
                    Attendee("p2", "東部医師会 事務局長", "東部医師会", "medical-association", null),
                ],
            },
            CancellationToken.None
        );
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Decide_BooksThePlanOnce()
    {
        Shown form = await BeginAsync(stage.Kawakami, PollStage.At(18, 14), PollStage.At(21, 10));
        Assert.Equal("退院支援ルールの打合せ", form.Inputs["in_title"]);
        Assert.Equal("12/18(金) 14:00–15:30\n12/21(月) 10:00–11:30", form.Inputs["in_dates"]);
        Assert.Contains("2人：佐藤 美咲、東部医師会 事務局長", form.Text, StringComparison.Ordinal);
        Shown check = await stage.Kawakami.PressAsync(form, "次へ（まだ送りません）");
        Shown page = await stage.Kawakami.PressAsync(check, "投票を始める");
        await stage.Bot.SendDueAsync();
        StoredPoll poll = await stage.PollAsync(page);
        Assert.Equal(poll.Id, (await PlanAsync()).Poll);
        await stage.Sato.PressAsync(Assert.Single(stage.Sato.Received), "すべて○で回答");

        Shown fresh = await stage.Kawakami.ActAsync("poll/show", new() { ["q"] = poll.Id.ToString() });
        Shown decided = await stage.Kawakami.PressAsync(fresh, "12/18(金) 14:00–15:30に決める");
        await stage.Kawakami.PressAsync(fresh, "12/18(金) 14:00–15:30に決める");
        await stage.Bot.SendDueAsync();

        Assert.Contains("に決まりました（", decided.Text, StringComparison.Ordinal);
        Assert.Contains("予定を見る", decided.Buttons);
        MeetingPlan plan = await PlanAsync();
        Assert.Equal(new TimeSlot(PollStage.At(18, 14), PollStage.At(18, 15, 30)), plan.Booked!.Slot);
        Assert.Equal(stage.Kawakami.Ref, plan.Choice!.By);
    }

    [Fact]
    public async Task Decide_DiedBeforeThePlanHadIt_IsGoneOnWith()
    {
        Shown form = await BeginAsync(stage.Kawakami, PollStage.At(18, 14));
        Shown check = await stage.Kawakami.PressAsync(form, "次へ（まだ送りません）");
        StoredPoll poll = await stage.PollAsync(await stage.Kawakami.PressAsync(check, "投票を始める"));
        // The decision is kept, and then the program is gone.
        await stage.Bot.Polls.ChangeAsync(
            TestBot.Tenant,
            poll.Id,
            (p, now) => p.Decide(p.Candidates[0].Key, stage.Kawakami.Ref, now),
            CancellationToken.None
        );
        Assert.Null((await PlanAsync()).Choice);

        await stage.Bot.SendDueAsync();

        Assert.Equal(PollStage.At(18, 14), (await PlanAsync()).Booked!.Slot.Start);
    }

    [Fact]
    public async Task Decide_CalledOffSince_StaysSo()
    {
        Shown form = await BeginAsync(stage.Kawakami, PollStage.At(18, 14));
        Shown check = await stage.Kawakami.PressAsync(form, "次へ（まだ送りません）");
        StoredPoll poll = await stage.PollAsync(await stage.Kawakami.PressAsync(check, "投票を始める"));
        await stage.Kawakami.ActAsync(
            "poll/decide",
            new() { ["q"] = poll.Id.ToString(), ["k"] = poll.Poll.Candidates[0].Key }
        );
        Assert.NotNull((await PlanAsync()).Booked);
        await stage.Bot.Dates.CallOffAsync(TestBot.Tenant, id, CancellationToken.None);

        await stage.Bot.SendDueAsync();

        Assert.Equal((true, null), ((await PlanAsync()).IsCalledOff, (await PlanAsync()).Booked));
    }

    [Fact]
    public async Task Begin_PlanOfAnotherCentreOrForgedInstants_TakesNothingFromIt()
    {
        Player suzuki = await stage.Bot.SuzukiAsync();

        Shown foreign = await BeginAsync(suzuki, PollStage.At(18, 14));
        Shown forged = await stage.Kawakami.ActAsync(
            "poll/new",
            new() { ["p"] = id.ToString(), ["in_d"] = "abc,-5,2026-12-18,2026-12-32T14:00,9999-12-18T14:00," }
        );

        Assert.Equal("", foreign.Inputs["in_title"]);
        Assert.DoesNotContain("2人：", foreign.Text, StringComparison.Ordinal);
        Assert.Equal("", forged.Inputs["in_dates"]);
    }

    private Task<Shown> BeginAsync(Player who, params DateTimeOffset[] starts) =>
        who.ActAsync("poll/new", new() { ["p"] = id.ToString(), ["in_d"] = string.Join(',', starts.Select(Sent)) });

    /// <summary>As the card of proposals sends a ticked date.</summary>
    private static string Sent(DateTimeOffset start) =>
        start.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private async Task<MeetingPlan> PlanAsync() =>
        (await stage.Bot.Plans.FindAsync(TestBot.Tenant, id, CancellationToken.None))!;

    private static PlanAttendee Attendee(
        string key,
        string name,
        string organisation,
        string sector,
        string? account
    ) => new(key, name, organisation, sector, Required: false, account, null, null, 0, null);
}

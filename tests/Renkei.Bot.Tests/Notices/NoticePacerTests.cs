using Microsoft.Extensions.Options;
using Renkei.Activities.Connector;
using Renkei.Bot.Notices;
using Renkei.Testing;

namespace Renkei.Bot.Tests.Notices;

public sealed class NoticePacerTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 4, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeClock clock = new();
    private readonly PlainTable table = new();

    [Fact]
    public void Conversation_AsFastAsItMay_KeepsTeamsLimits()
    {
        ConversationPace pace = new();
        List<DateTimeOffset> left = [];
        DateTimeOffset now = Start;
        while (now < Start.AddHours(2))
        {
            if (pace.EarliestAt(now) is { } earliest && earliest > now)
            {
                now = earliest;
            }
            pace.Leave(now);
            left.Add(now);
        }

        Assert.Equal(7, left.Count(t => t < Start.AddSeconds(1)));
        Assert.Equal(60, left.Count(t => t < Start.AddSeconds(30)));
        Assert.Equal(1800, left.Count(t => t < Start.AddHours(1)));
        foreach ((int most, double seconds) in ((int, double)[])[(7, 1), (8, 2), (60, 30), (1800, 3600)])
        {
            Assert.True(MostWithin(left, TimeSpan.FromSeconds(seconds)) <= most, $"more than {most} in {seconds} s");
        }
    }

    [Fact]
    public void Conversation_ClockSetBack_IsNotBlockedForLong()
    {
        ConversationPace pace = new();
        for (int i = 0; i < 60; i++)
        {
            pace.Leave(Start);
        }
        pace.Rest(Start.AddSeconds(20));

        DateTimeOffset before = Start.AddDays(-1);
        Assert.True(pace.EarliestAt(before) <= before);
    }

    [Fact]
    public async Task Tenant_TwoInstances_NeverExceedTheRateTogetherAndUseItUp()
    {
        NoticePacer[] instances = [Pacer(20), Pacer(20)];
        List<DateTimeOffset> left = await LeaveAsync(instances, each: 100);

        TimeSpan took = left.Max() - left.Min();
        // 200 messages at 20 a second.
        Assert.InRange(took.TotalSeconds, 9.6, 10.6);
        Assert.True(MostWithin(left, TimeSpan.FromSeconds(1)) <= 25, "more than a quarter second's worth ahead");
        Assert.True(MostWithin(left, TimeSpan.FromSeconds(5)) <= 105);
    }

    [Fact]
    public async Task Tenant_OneInstanceDies_CostsAboutAQuarterSecond()
    {
        NoticePacer dying = Pacer(20);
        await LeaveAsync([dying], each: 1);

        DateTimeOffset from = clock.GetUtcNow();
        List<DateTimeOffset> left = await LeaveAsync([Pacer(20)], each: 1);

        Assert.InRange((left[0] - from).TotalSeconds, 0, 0.3);
    }

    [Fact]
    public async Task Tenant_StoredTimeFarAhead_IsTakenForAWrongClock()
    {
        clock.MoveTo(Start.AddDays(1));
        await LeaveAsync([Pacer(20)], each: 1);
        clock.MoveTo(Start);

        List<DateTimeOffset> left = await LeaveAsync([Pacer(20)], each: 1);

        Assert.InRange((left[0] - Start).TotalSeconds, 0, 0.1);
    }

    [Fact]
    public async Task Tenant_ClockSetBackWhileRunning_GoesOn()
    {
        NoticePacer pacer = Pacer(20);
        await LeaveAsync([pacer], each: 3);
        clock.MoveTo(Start.AddDays(-1));

        List<DateTimeOffset> left = await LeaveAsync([pacer], each: 3);

        Assert.InRange((left.Max() - Start.AddDays(-1)).TotalSeconds, 0, 0.6);
    }

    [Fact]
    public async Task Throttled_Conversation_RestsForOtherInstancesToo()
    {
        (NoticePacer one, NoticePacer other) = (Pacer(20), Pacer(20));
        await one.ThrottledAsync(To("a:1"), TimeSpan.FromSeconds(30), CancellationToken.None);

        Assert.Equal(Start.AddSeconds(30), await AskAsync(one, To("a:1")));
        Assert.Equal(Start.AddSeconds(30), await AskAsync(other, To("a:1")));
        Assert.Null(await AskAsync(other, To("a:2")));
        Assert.Null(await other.RestOfAsync("t1", CancellationToken.None));
    }

    [Fact]
    public async Task Throttled_SeveralConversationsWithinASecond_TheTenantRests()
    {
        (NoticePacer one, NoticePacer other) = (Pacer(20), Pacer(20));
        foreach (string id in (string[])["a:1", "a:1", "a:2"])
        {
            await one.ThrottledAsync(To(id), TimeSpan.FromSeconds(30), CancellationToken.None);
        }
        Assert.Null(await other.RestOfAsync("t1", CancellationToken.None));

        await one.ThrottledAsync(To("a:3"), TimeSpan.FromSeconds(30), CancellationToken.None);

        Assert.Equal(Start.AddSeconds(30), await other.RestOfAsync("t1", CancellationToken.None));
        Assert.Equal(Start.AddSeconds(30), await AskAsync(other, To("a:4")));
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(await AskAsync(other, To("a:4")));
    }

    [Fact]
    public async Task Throttled_ForDays_RestsForAnHour()
    {
        NoticePacer pacer = Pacer(20);
        await pacer.ThrottledAsync(To("a:1"), TimeSpan.FromDays(3), CancellationToken.None);

        clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Null(await AskAsync(pacer, To("a:1")));
    }

    [Fact]
    public async Task Wait_ConversationIsFull_SaysWhenToComeBack()
    {
        NoticePacer pacer = Pacer(200);
        for (int i = 0; i < 60; i++)
        {
            while (await AskAsync(pacer, To("a:1")) is { } until)
            {
                clock.MoveTo(until);
            }
        }

        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset? again = await AskAsync(pacer, To("a:1"));

        Assert.True(again > now.AddSeconds(2), $"{again} is too soon after {now}");
        Assert.True(again <= Start.AddSeconds(31));
    }

    private NoticePacer Pacer(double perSecond) =>
        new(table, new(clock, clock), Options.Create(new NoticeOptions { MessagesPerSecond = perSecond }));

    private static ConversationAddress To(string id) => new("https://smba", id, "t1");

    private async Task<DateTimeOffset?> AskAsync(NoticePacer pacer, ConversationAddress to) =>
        await GoOnAsync(pacer.WaitAsync(to, CancellationToken.None).AsTask());

    /// <summary>When each of a number of messages to different people may leave.</summary>
    private async Task<List<DateTimeOffset>> LeaveAsync(NoticePacer[] pacers, int each)
    {
        List<DateTimeOffset> left = [];
        Lock gate = new();
        await GoOnAsync(
            Task.WhenAll(
                pacers.SelectMany(
                    (pacer, p) =>
                        Enumerable
                            .Range(0, each)
                            .Select(async i =>
                            {
                                Assert.Null(await pacer.WaitAsync(To($"a:{p}.{i}"), CancellationToken.None));
                                lock (gate)
                                {
                                    left.Add(clock.GetUtcNow());
                                }
                                return true;
                            })
                )
            )
        );
        left.Sort();
        return left;
    }

    private async Task<T> GoOnAsync<T>(Task<T> running)
    {
        for (int idle = 0; !running.IsCompleted; )
        {
            // Whoever a timer woke gets time to run before the clock goes on.
            await Task.Delay(1);
            idle++;
            if (!running.IsCompleted && clock.WaitingTimers > 0)
            {
                clock.Advance(TimeSpan.FromMilliseconds(5));
                idle = 0;
            }
            Assert.True(idle < 5_000, "nothing goes on");
        }
        return await running;
    }

    private static int MostWithin(List<DateTimeOffset> times, TimeSpan window)
    {
        int most = 0;
        for (int from = 0, to = 0; to < times.Count; to++)
        {
            while (times[to] - times[from] >= window)
            {
                from++;
            }
            most = Math.Max(most, to - from + 1);
        }
        return most;
    }
}

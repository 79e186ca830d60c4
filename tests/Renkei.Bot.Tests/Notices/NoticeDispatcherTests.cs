using System.Diagnostics;
using Renkei.Bot.Notices;

namespace Renkei.Bot.Tests.Notices;

/// <summary>The dispatcher as it runs, in real time.</summary>
public sealed class NoticeDispatcherTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Dispatcher_PlannedForNow_IsSentAtOnce()
    {
        NoticeDesk desk = new(TimeProvider.System);
        await desk.AddPersonAsync("p1");
        await desk.Dispatcher.StartAsync(CancellationToken.None);
        await Task.Delay(300);

        // The pointer goes before the commit: the first look finds nothing yet.
        Stopwatch watch = Stopwatch.StartNew();
        await desk.Pointers.KeepAsync(NoticeDesk.Tenant, "list", "o1", desk.Time.Now, CancellationToken.None);
        await Task.Delay(30);
        Notice notice = new("k1", "s", "kind", new NoticeTarget.Person("p1"), desk.Time.Now);
        desk.Source.Of("o1").Add(notice);
        await UntilTakenAsync(desk, 1);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"It took {watch.Elapsed}.");
        await desk.Dispatcher.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Dispatcher_PlannedForSoon_IsSentThen()
    {
        NoticeDesk desk = new(TimeProvider.System);
        await desk.AddPersonAsync("p1");
        await desk.Dispatcher.StartAsync(CancellationToken.None);

        Notice notice = await desk.PlanAsync("k1", "p1", inMinutes: 1.2 / 60);
        await UntilTakenAsync(desk, 1);
        TimeSpan late = desk.Time.Now - notice.DueAt;

        Assert.InRange(late.TotalSeconds, 0, 1);
        await desk.Dispatcher.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Dispatcher_ClockMovedAndBellRung_SendsAtOnce()
    {
        MovedClock clock = new();
        NoticeDesk desk = new(clock);
        await desk.AddPersonAsync("p1");
        await desk.PlanAsync("k1", "p1", inMinutes: 60 * 24);
        await desk.Dispatcher.StartAsync(CancellationToken.None);
        await Task.Delay(300);

        Stopwatch watch = Stopwatch.StartNew();
        clock.Offset = TimeSpan.FromDays(2);
        desk.Bell.RingAll();
        await UntilTakenAsync(desk, 1);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"It took {watch.Elapsed}.");
        await desk.Dispatcher.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Dispatcher_Stopped_RecordsWhatItBegan()
    {
        NoticeDesk desk = new(TimeProvider.System);
        await desk.AddPersonAsync("p1");
        using ManualResetEventSlim sent = new();
        desk.Teams.WhenTaken = () =>
        {
            sent.Set();
            Thread.Sleep(300);
        };
        await desk.PlanAsync("k1", "p1");
        await desk.Dispatcher.StartAsync(CancellationToken.None);
        Assert.True(sent.Wait(Patience));

        await desk.Dispatcher.StopAsync(CancellationToken.None);

        Assert.Equal(NoticeState.Sent, (await desk.EntryAsync("k1")).State);
    }

    [Fact]
    public async Task Dispatcher_StoreWasAway_GoesOn()
    {
        NoticeDesk desk = new(TimeProvider.System);
        await desk.AddPersonAsync("p1");
        await desk.PlanAsync("k1", "p1");
        desk.Table.RefusedPrefix = "2";
        await desk.Dispatcher.StartAsync(CancellationToken.None);
        await Task.Delay(300);
        Assert.Empty(desk.Teams.Taken);

        desk.Table.RefusedPrefix = null;
        await UntilTakenAsync(desk, 1);

        await desk.Dispatcher.StopAsync(CancellationToken.None);
    }

    private static async Task UntilTakenAsync(NoticeDesk desk, int count)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (desk.Teams.Taken.Count < count)
        {
            Assert.True(watch.Elapsed < Patience, "Nothing is sent.");
            await Task.Delay(5);
        }
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
    }
}

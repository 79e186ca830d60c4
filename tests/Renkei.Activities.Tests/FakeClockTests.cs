using Renkei.Testing;

namespace Renkei.Activities.Tests;

public sealed class FakeClockTests
{
    private readonly FakeClock clock = new();

    [Fact]
    public void Advance_Timers_FireInOrderAtTheirOwnTime()
    {
        List<(string, TimeSpan)> fired = [];
        DateTimeOffset start = clock.GetUtcNow();
        void On(string name) => fired.Add((name, clock.GetUtcNow() - start));
        using ITimer once = clock.CreateTimer(_ => On("once"), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using ITimer often = clock.CreateTimer(
            _ => On("often"),
            null,
            TimeSpan.FromSeconds(2),
            TimeSpan.FromSeconds(2)
        );

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(
            [("often", TimeSpan.FromSeconds(2)), ("once", TimeSpan.FromSeconds(3)), ("often", TimeSpan.FromSeconds(4))],
            fired
        );
        Assert.Equal(TimeSpan.FromSeconds(5), clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task Delay_Task_EndsWhenTheClockGetsThere()
    {
        Task delay = Task.Delay(TimeSpan.FromMinutes(1), clock);
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(delay.IsCompleted);

        clock.Advance(TimeSpan.FromSeconds(1));
        await delay;
        Assert.Equal(0, clock.WaitingTimers);
    }
}

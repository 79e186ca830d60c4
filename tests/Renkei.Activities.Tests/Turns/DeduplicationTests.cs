using System.Globalization;
using Renkei.Activities.Turns;
using Renkei.Activities.Wire;
using Renkei.Testing;

namespace Renkei.Activities.Tests.Turns;

public sealed class DeduplicationTests
{
    private readonly FakeClock clock = new();
    private readonly Deduplication step;
    private int runs;

    public DeduplicationTests() => step = new(clock);

    [Fact]
    public async Task Run_RepeatedInvoke_GetsTheFirstAnswer()
    {
        InvokeReply first = await RunAsync(Samples.Invoke("task/fetch"));
        InvokeReply second = await RunAsync(Samples.Invoke("task/fetch"));

        Assert.Equal(1, runs);
        Assert.Equal(first, second);
        Assert.Equal(1, second.Body.Span[0]);
    }

    [Fact]
    public async Task Run_RepeatedWhileTheFirstRuns_WaitsForItsAnswer()
    {
        TaskCompletionSource<InvokeReply> work = new();
        Task<InvokeReply> first = RunAsync(Samples.Invoke("i"), (_, _) => work.Task);
        Task<InvokeReply> second = RunAsync(
            Samples.Invoke("i"),
            (_, _) => throw new InvalidOperationException("Ran twice.")
        );

        Assert.False(second.IsCompleted);
        work.SetResult(new InvokeReply(200, new byte[] { 7 }));

        Assert.Equal(7, (await first).Body.Span[0]);
        Assert.Equal(7, (await second).Body.Span[0]);
    }

    [Fact]
    public async Task Run_FirstFails_TheNextInLineRuns()
    {
        TaskCompletionSource<InvokeReply> work = new();
        Task<InvokeReply> first = RunAsync(Samples.Invoke("i"), (_, _) => work.Task);
        Task<InvokeReply> second = RunAsync(Samples.Invoke("i"));
        work.SetException(new InvalidDataException());

        await Assert.ThrowsAsync<InvalidDataException>(() => first);
        Assert.Equal(200, (await second).Status);
        Assert.Equal(1, runs);
    }

    [Theory]
    [InlineData(500, 2)]
    [InlineData(501, 1)]
    [InlineData(200, 1)]
    public async Task Run_AnswerOf500_IsNotRemembered(int status, int expectedRuns)
    {
        for (int i = 0; i < 2; i++)
        {
            await RunAsync(
                Samples.Invoke("i"),
                (_, _) =>
                {
                    runs++;
                    return Task.FromResult(new InvokeReply(status, default));
                }
            );
        }

        Assert.Equal(expectedRuns, runs);
    }

    [Fact]
    public async Task Run_WaitingOneHangsUp_LeavesTheFirstAlone()
    {
        using CancellationTokenSource hangUp = new();
        TaskCompletionSource<InvokeReply> work = new();
        Task<InvokeReply> first = RunAsync(Samples.Invoke("i"), (_, _) => work.Task);
        Task<InvokeReply> second = RunAsync(Samples.Invoke("i"), ct: hangUp.Token);
        await hangUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        work.SetResult(InvokeReply.Done);
        Assert.Equal(InvokeReply.Done, await first);
    }

    [Fact]
    public async Task Run_SameIdInAnotherConversation_IsAnotherActivity()
    {
        Activity activity = Samples.Invoke("i");

        await RunAsync(activity);
        await RunAsync(activity with { Conversation = activity.Conversation! with { Id = "a:other" } });

        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task Run_SameIdInAnotherTenant_IsAnotherActivity()
    {
        await RunAsync(Samples.Invoke("i"));
        await RunAsync(Samples.Invoke("i"), tenant: "another");

        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task Run_EditsOfOneMessage_AreTold()
    {
        Activity edit = Samples.Read("""{"type":"messageUpdate","id":"1","conversation":{"id":"c"}}""");
        DateTimeOffset at = clock.GetUtcNow();

        await RunAsync(Samples.Read("""{"type":"message","id":"1","conversation":{"id":"c"}}"""));
        await RunAsync(edit with { Timestamp = at });
        await RunAsync(edit with { Timestamp = at });
        await RunAsync(edit with { Timestamp = at.AddSeconds(1) });

        Assert.Equal(3, runs);
    }

    [Fact]
    public async Task Run_WithoutId_RunsEachTime()
    {
        await RunAsync(Samples.Invoke("i") with { Id = null });
        await RunAsync(Samples.Invoke("i") with { Id = null });

        Assert.Equal(2, runs);
    }

    [Theory]
    [InlineData(599, 1)]
    [InlineData(600, 2)]
    public async Task Run_AfterTenMinutes_IsForgotten(int seconds, int expectedRuns)
    {
        await RunAsync(Samples.Invoke("i"));
        clock.Advance(TimeSpan.FromSeconds(seconds));
        await RunAsync(Samples.Invoke("i"));

        Assert.Equal(expectedRuns, runs);
    }

    [Fact]
    public async Task Run_MoreThanTheCapacity_ForgetsTheOldest()
    {
        for (int i = 0; i < Deduplication.Capacity + 1; i++)
        {
            await RunAsync(Samples.Invoke("i", i.ToString(CultureInfo.InvariantCulture)));
        }
        runs = 0;

        await RunAsync(Samples.Invoke("i", "1"));
        await RunAsync(Samples.Invoke("i", "20000"));
        Assert.Equal(0, runs);

        await RunAsync(Samples.Invoke("i", "0"));
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Run_MoreAnswersThanTheMemory_ForgetsTheOldest()
    {
        byte[] large = new byte[8 * 1024 * 1024];
        for (int i = 0; i < 6; i++)
        {
            await RunAsync(
                Samples.Invoke("i", i.ToString(CultureInfo.InvariantCulture)),
                (_, _) => Task.FromResult(new InvokeReply(200, large))
            );
        }

        await RunAsync(Samples.Invoke("i", "5"));
        Assert.Equal(0, runs);
        await RunAsync(Samples.Invoke("i", "0"));
        Assert.Equal(1, runs);
    }

    private Task<InvokeReply> RunAsync(
        Activity activity,
        TurnContinuation? next = null,
        string tenant = Samples.Tenant,
        CancellationToken ct = default
    ) =>
        step.RunAsync(
            new Turn(activity, tenant, new RecordingConnector()),
            next
                ?? (
                    (_, _) =>
                    {
                        runs++;
                        return Task.FromResult(new InvokeReply(200, new[] { (byte)runs }));
                    }
                ),
            ct
        );
}

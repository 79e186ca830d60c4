using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Renkei.Activities.Turns;
using Renkei.Activities.Wire;
using Renkei.Testing;

namespace Renkei.Activities.Tests.Turns;

public sealed class TimeLimitTests
{
    private readonly FakeClock clock = new();
    private readonly RecordingConnector connector = new();
    private readonly TaskCompletionSource<InvokeReply> work = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationToken given;

    [Fact]
    public async Task Run_TurnInTime_GivesItsReply()
    {
        Task<InvokeReply> run = RunAsync(Samples.Read(Samples.Execute));
        clock.Advance(TimeSpan.FromSeconds(11.9));
        work.SetResult(new InvokeReply(200, "{}"u8.ToArray()));

        Assert.Equal(2, (await run).Body.Length);
        Assert.False(given.IsCancellationRequested);
    }

    [Fact]
    public async Task Run_InvokeAfterTwelveSeconds_SaysSoAndCancels()
    {
        Task<InvokeReply> run = RunAsync(Samples.Read(Samples.Execute));
        clock.Advance(TimeSpan.FromSeconds(12));

        InvokeReply reply = await run;

        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"遅れています"}""",
            Encoding.UTF8.GetString(reply.Body.Span)
        );
        Assert.True(given.IsCancellationRequested);
    }

    [Fact]
    public async Task Run_DialogAfterTwelveSeconds_ShowsTheTextInTheDialog()
    {
        Task<InvokeReply> run = RunAsync(Samples.Invoke("task/fetch") with { Locale = "en-US" });
        clock.Advance(TimeSpan.FromSeconds(12));

        Assert.Equal("""{"task":{"type":"message","value":"Late"}}""", Encoding.UTF8.GetString((await run).Body.Span));
    }

    [Fact]
    public async Task Run_TextAfterTwelveSeconds_SaysSoInTheConversation()
    {
        Task<InvokeReply> run = RunAsync(Samples.Read(Samples.Text));
        clock.Advance(TimeSpan.FromSeconds(12));

        Assert.Equal(InvokeReply.Done, await run);
        Assert.Contains("遅れています", Assert.Single(connector.Calls), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TurnThatFailsInTime_Fails()
    {
        Task<InvokeReply> run = RunAsync(Samples.Read(Samples.Execute));
        work.SetException(new InvalidDataException());

        await Assert.ThrowsAsync<InvalidDataException>(() => run);
    }

    [Fact]
    public async Task Run_TurnWhoseOwnWorkTimesOut_IsAFailureNotALateTurn()
    {
        Task<InvokeReply> run = RunAsync(Samples.Read(Samples.Execute));
        work.SetException(new TimeoutException("the store"));

        await Assert.ThrowsAsync<TimeoutException>(() => run);
    }

    [Fact]
    public async Task Run_LateTurnThatFailsAfterwards_IsLogged()
    {
        RecordingLog<TimeLimit> log = new();
        Task<InvokeReply> run = RunAsync(Samples.Read(Samples.Execute), log);
        clock.Advance(TimeSpan.FromSeconds(12));
        await run;
        work.SetException(new InvalidDataException());

        await log.UntilAsync(1203);
        Assert.Contains(1202, log.Events);
    }

    [Fact]
    public async Task Run_SenderHangsUp_EndsAtOnce()
    {
        using CancellationTokenSource hangUp = new();
        Task<InvokeReply> run = RunAsync(Samples.Read(Samples.Execute), ct: hangUp.Token);
        await hangUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.True(given.IsCancellationRequested);
    }

    private Task<InvokeReply> RunAsync(
        Activity activity,
        ILogger<TimeLimit>? log = null,
        CancellationToken ct = default
    )
    {
        TurnTexts texts = new() { TakingLonger = new TurnText("遅れています", "Late") };
        TimeLimit limit = new(TimeLimit.Default, texts, clock, log ?? NullLogger<TimeLimit>.Instance);
        return limit.RunAsync(
            new Turn(activity, Samples.Tenant, connector),
            (_, token) =>
            {
                given = token;
                return work.Task;
            },
            ct
        );
    }
}

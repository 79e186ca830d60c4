using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Renkei.Activities.Connector;
using Renkei.Activities.Turns;
using Renkei.Activities.Wire;
using Renkei.Testing;

namespace Renkei.Activities.Tests.Turns;

public sealed class TurnPipelineTests
{
    private readonly RecordingConnector connector = new();

    [Fact]
    public async Task Run_Steps_SurroundTheTurnInOrder()
    {
        List<string> order = [];
        TurnStep Note(string name) =>
            async (turn, next, ct) =>
            {
                order.Add($"{name} in");
                InvokeReply reply = await next(turn, ct);
                order.Add($"{name} out");
                return reply;
            };

        await RunAsync(
            [Note("a"), Note("b")],
            (_, _) =>
            {
                order.Add("turn");
                return Task.FromResult(InvokeReply.Done);
            },
            Samples.Read(Samples.Text)
        );

        Assert.Equal(["a in", "b in", "turn", "b out", "a out"], order);
    }

    [Fact]
    public async Task Run_StepThatCallsNextTwice_Throws()
    {
        int runs = 0;
        TurnStep twice = async (turn, next, ct) =>
        {
            await next(turn, ct);
            return await next(turn, ct);
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            RunAsync(
                [twice],
                (_, _) =>
                {
                    runs++;
                    return Task.FromResult(InvokeReply.Done);
                },
                Samples.Read(Samples.Text)
            )
        );
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Run_SamePipelineForTwoTurns_IsNoSecondCall()
    {
        TurnStep through = (turn, next, ct) => next(turn, ct);
        TurnPipeline pipeline = new(connector, [through], (_, _) => Task.FromResult(InvokeReply.Done));

        await pipeline.RunAsync(Samples.Read(Samples.Text), Samples.Tenant, CancellationToken.None);
        InvokeReply second = await pipeline.RunAsync(
            Samples.Read(Samples.Text),
            Samples.Tenant,
            CancellationToken.None
        );

        Assert.Equal(InvokeReply.Done, second);
    }

    [Fact]
    public async Task Run_ExpectReplies_PutsRepliesAndBodyIntoTheAnswer()
    {
        InvokeReply reply = await RunAsync(
            [ExpectReplies.RunAsync],
            async (turn, ct) =>
            {
                await turn.SendAsync(OutgoingActivity.Plain("一"), ct);
                await turn.Connector.SendAsync(
                    turn.Address with
                    {
                        ConversationId = "19:elsewhere",
                    },
                    OutgoingActivity.Plain("二"),
                    ct
                );
                return new InvokeReply(200, """{"x":1}"""u8.ToArray());
            },
            Samples.Read(Samples.Execute) with
            {
                DeliveryMode = "expectReplies",
            }
        );

        Assert.Equal(
            """{"activities":[{"type":"message","text":"一","textFormat":"plain"}],"body":{"x":1}}""",
            Encoding.UTF8.GetString(reply.Body.Span)
        );
        Assert.Equal(
            """POST 19:elsewhere {"type":"message","text":"二","textFormat":"plain"}""",
            Assert.Single(connector.Calls)
        );
    }

    [Fact]
    public async Task Run_OrdinaryDelivery_SendsThroughTheConnector()
    {
        InvokeReply reply = await RunAsync(
            [ExpectReplies.RunAsync],
            async (turn, ct) =>
            {
                await turn.SendAsync(OutgoingActivity.Plain("一"), ct);
                return InvokeReply.Done;
            },
            Samples.Read(Samples.Text)
        );

        Assert.Equal(InvokeReply.Done, reply);
        Assert.StartsWith(
            "POST 19:abc@thread.tacv2;messageid=1 ",
            Assert.Single(connector.Calls),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("ja-JP", "うまく処理できませんでした。")]
    [InlineData("en-GB", "That did not work.")]
    public async Task FaultAnswer_CardActionThatFails_AnswersA500BodyInTheUsersLanguage(string locale, string start)
    {
        InvokeReply reply = await FailAsync(Samples.Read(Samples.Execute) with { Locale = locale });

        JsonElement body = JsonElement.Parse(reply.Body.Span);
        Assert.Equal(200, reply.Status);
        Assert.Equal(500, body.GetProperty("statusCode").GetInt32());
        Assert.StartsWith(
            start,
            body.GetProperty("value").GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task FaultAnswer_AnswerThatMayHaveArrived_IsNotCalledAFailure()
    {
        ConnectorException unknown = new(
            502,
            "",
            ConnectorReaction.RetryLater,
            null,
            deliveryUnknown: true,
            inner: null
        );

        await FailAsync(Samples.Read(Samples.Text), unknown);

        string said = Assert.Single(connector.Calls);
        Assert.Contains("届いていないとき", said, StringComparison.Ordinal);
        Assert.DoesNotContain("うまく", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FaultAnswer_TextThatFails_IsAnsweredInTheConversation()
    {
        InvokeReply reply = await FailAsync(Samples.Read(Samples.Text));

        Assert.Equal(InvokeReply.Done, reply);
        Assert.Contains("うまく処理できませんでした", Assert.Single(connector.Calls), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("task/fetch", "task", "value")]
    [InlineData("composeExtension/query", "composeExtension", "text")]
    public async Task FaultAnswer_DialogOrSearchThatFails_ShowsTheTextThere(string name, string envelope, string text)
    {
        InvokeReply reply = await FailAsync(Samples.Invoke(name));

        JsonElement shown = JsonElement.Parse(reply.Body.Span).GetProperty(envelope);
        Assert.Equal("message", shown.GetProperty("type").GetString());
        Assert.StartsWith("うまく", shown.GetProperty(text).GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fileConsent/invoke")]
    [InlineData("signin/verifyState")]
    public async Task FaultAnswer_InvokeWithoutPlaceForText_Is500(string name) =>
        Assert.Equal(500, (await FailAsync(Samples.Invoke(name))).Status);

    [Fact]
    public async Task FaultAnswer_EventThatFails_Is500SoThatItMayComeAgain()
    {
        InvokeReply reply = await FailAsync(Samples.Read("""{"type":"installationUpdate","id":"f:1"}"""));

        Assert.Equal(500, reply.Status);
        Assert.Empty(connector.Calls);
    }

    [Fact]
    public async Task FaultAnswer_SayingFailsToo_StillEnds()
    {
        RecordingConnector refusing = new()
        {
            SendFailure = RecordingConnector.Refusal(403, ConnectorReaction.Blocked),
        };
        TurnPipeline pipeline = new(refusing, [Faults().RunAsync], (_, _) => throw new TimeoutException());

        Assert.Equal(
            InvokeReply.Done,
            await pipeline.RunAsync(Samples.Read(Samples.Text), Samples.Tenant, CancellationToken.None)
        );
        Assert.Single(refusing.Calls);
    }

    [Fact]
    public async Task FaultAnswer_CancelledTurn_StaysCancelled()
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        TurnPipeline pipeline = new(
            connector,
            [Faults().RunAsync],
            (_, ct) =>
            {
                ct.ThrowIfCancellationRequested();
                return Task.FromResult(InvokeReply.Done);
            }
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            pipeline.RunAsync(Samples.Read(Samples.Text), Samples.Tenant, stop.Token)
        );
        Assert.Empty(connector.Calls);
    }

    private static FaultAnswer Faults() => new(new TurnTexts(), new FakeClock(), NullLogger<FaultAnswer>.Instance);

    private Task<InvokeReply> FailAsync(Activity activity, Exception? with = null) =>
        RunAsync([Faults().RunAsync], (_, _) => throw with ?? new TimeoutException("store"), activity);

    private Task<InvokeReply> RunAsync(TurnStep[] steps, TurnContinuation last, Activity activity) =>
        new TurnPipeline(connector, steps, last).RunAsync(activity, Samples.Tenant, CancellationToken.None);
}

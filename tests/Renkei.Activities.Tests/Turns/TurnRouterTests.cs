using System.Text;
using System.Text.Json;
using Renkei.Activities.Connector;
using Renkei.Activities.Turns;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Tests.Turns;

public sealed class TurnRouterTests
{
    private readonly RecordingConnector connector = new();
    private readonly TurnRouter router = new();

    [Fact]
    public async Task Dispatch_Text_GivesTheTextWithoutTheMention()
    {
        string? heard = null;
        router.OnText(
            (turn, _) =>
            {
                heard = turn.Text;
                return Task.CompletedTask;
            }
        );

        Assert.Equal(InvokeReply.Done, await DispatchAsync(Samples.Read(Samples.Text)));
        Assert.Equal("段階チェック & 会議", heard);
    }

    [Fact]
    public async Task Dispatch_ExecuteAndSubmit_ReachTheSameHandlerWithTheSameData()
    {
        List<CardAction> actions = [];
        router.OnCardAction(
            "item/done",
            (_, action, _) =>
            {
                actions.Add(action);
                return Task.FromResult<CardReply>(new CardReply.Message("済み"));
            }
        );

        await DispatchAsync(Samples.Read(Samples.Execute));
        await DispatchAsync(Samples.Read(Samples.Submit));

        Assert.Equal([false, true], actions.Select(a => a.IsSubmit));
        Assert.Equal(["1764806400001", "1764806400001"], actions.Select(a => a.MessageId));
        Assert.True(JsonElement.DeepEquals(actions[0].Data, actions[1].Data));
        Assert.Equal("1-8", actions[1].Data.GetProperty("item").GetString());
        Assert.All(actions, a => Assert.False(a.IsAutomatic));
    }

    [Theory]
    [InlineData("automatic", true)]
    [InlineData("manual", false)]
    public async Task Dispatch_Trigger_TellsARefreshFromAPress(string trigger, bool automatic)
    {
        CardAction action = await ActionOf(
            $$"""{"action":{"type":"Action.Execute","verb":"v"},"trigger":"{{trigger}}"}"""
        );

        Assert.Equal(automatic, action.IsAutomatic);
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"v","data":{"verb":"other"}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","data":{"verb":"v"}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"","data":{"verb":"v"}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"v","data":null}}""")]
    public async Task Dispatch_Verb_IsTheActionsElseTheDatas(string value) =>
        Assert.Equal(JsonValueKind.Object, (await ActionOf(value)).Data.ValueKind);

    [Theory]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"action":"v"}""")]
    [InlineData("""{"action":{"verb":"v"}}""")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"v"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":5}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"v","data":"v"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","data":{"verb":5}}}""")]
    public async Task Dispatch_ExecuteThatIsNone_AnswersTheErrorBody(string value)
    {
        router.OnUnknownVerb((_, _, _) => throw new InvalidOperationException("Must not be reached."));

        InvokeReply reply = await DispatchAsync(
            Samples.Read(Samples.Execute) with
            {
                Value = JsonElement.Parse(value),
            }
        );

        JsonElement body = JsonElement.Parse(reply.Body.Span);
        Assert.Equal(200, reply.Status);
        Assert.Equal(400, body.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.error", body.GetProperty("type").GetString());
        Assert.Equal("BadRequest", body.GetProperty("value").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Dispatch_ExecuteAnsweredByACard_PutsTheCardIntoTheBody()
    {
        router.OnCardAction("item/done", Answer(new CardReply.Card("""{"type":"AdaptiveCard"}"""u8.ToArray(), "s")));

        InvokeReply reply = await DispatchAsync(Samples.Read(Samples.Execute));

        Assert.Equal(200, reply.Status);
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""",
            Encoding.UTF8.GetString(reply.Body.Span)
        );
        Assert.Empty(connector.Calls);
    }

    [Fact]
    public async Task Dispatch_ExecuteAnsweredByAMessage_PutsTheTextIntoTheBody()
    {
        router.OnCardAction("item/done", Answer(new CardReply.Message("済み")));

        InvokeReply reply = await DispatchAsync(Samples.Read(Samples.Execute));

        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"済み"}""",
            Encoding.UTF8.GetString(reply.Body.Span)
        );
    }

    [Theory]
    [InlineData(400, 400)]
    [InlineData(403, 400)]
    [InlineData(409, 400)]
    [InlineData(500, 500)]
    [InlineData(503, 500)]
    public async Task Dispatch_ExecuteRefused_UsesTheTwoStatusesTeamsKnows(int status, int shown)
    {
        router.OnCardAction("item/done", Answer(new CardReply.Refusal(status, "NoRight", "だめ")));

        InvokeReply reply = await DispatchAsync(Samples.Read(Samples.Execute));

        Assert.Equal(200, reply.Status);
        Assert.Equal(
            $$$"""{"statusCode":{{{shown}}},"type":"application/vnd.microsoft.error","value":{"code":"NoRight","message":"だめ"}}""",
            Encoding.UTF8.GetString(reply.Body.Span)
        );
    }

    [Fact]
    public async Task Dispatch_SubmitAnsweredByACard_UpdatesTheMessage()
    {
        router.OnCardAction("item/done", Answer(new CardReply.Card("{}"u8.ToArray(), "s")));

        Assert.Equal(InvokeReply.Done, await DispatchAsync(Samples.Read(Samples.Submit)));
        Assert.StartsWith("PUT a:personal 1764806400001 ", Assert.Single(connector.Calls), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispatch_SubmitWhoseMessageIsGone_SendsTheCardAnew()
    {
        RecordingConnector gone = new() { UpdateFailure = RecordingConnector.Refusal(404, ConnectorReaction.Gone) };
        router.OnCardAction("item/done", Answer(new CardReply.Card("{}"u8.ToArray(), "s")));

        await router.DispatchAsync(new(Samples.Read(Samples.Submit), Samples.Tenant, gone), CancellationToken.None);

        Assert.Equal(["PUT", "POST"], gone.Calls.Select(c => c.Split(' ')[0]));
    }

    [Fact]
    public async Task Dispatch_SubmitWhoseUpdateIsRefused_Fails()
    {
        RecordingConnector refusing = new()
        {
            UpdateFailure = RecordingConnector.Refusal(403, ConnectorReaction.Blocked),
        };
        router.OnCardAction("item/done", Answer(new CardReply.Card("{}"u8.ToArray(), "s")));

        await Assert.ThrowsAsync<ConnectorException>(() =>
            router.DispatchAsync(new(Samples.Read(Samples.Submit), Samples.Tenant, refusing), CancellationToken.None)
        );
        Assert.Single(refusing.Calls);
    }

    [Fact]
    public async Task Dispatch_SubmitWithoutMessageId_SendsTheCard()
    {
        router.OnCardAction("item/done", Answer(new CardReply.Card("{}"u8.ToArray(), "s")));

        await DispatchAsync(Samples.Read(Samples.Submit) with { ReplyToId = null });

        Assert.StartsWith("POST a:personal ", Assert.Single(connector.Calls), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispatch_SubmitRefused_SaysTheText()
    {
        router.OnCardAction("item/done", Answer(new CardReply.Refusal(403, "NoRight", "だめ")));

        await DispatchAsync(Samples.Read(Samples.Submit));

        Assert.Equal(
            """POST a:personal {"type":"message","text":"だめ","textFormat":"plain"}""",
            Assert.Single(connector.Calls)
        );
    }

    [Fact]
    public async Task Dispatch_UnknownVerb_ReachesTheFallback()
    {
        string? verb = null;
        router.OnUnknownVerb(
            (_, action, _) =>
            {
                verb = action.Verb;
                return Task.FromResult<CardReply>(new CardReply.Message("古いカードです"));
            }
        );

        InvokeReply reply = await DispatchAsync(Samples.Read(Samples.Execute));

        Assert.Equal("item/done", verb);
        Assert.Contains("古いカードです", Encoding.UTF8.GetString(reply.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispatch_UnknownVerbWithoutFallback_IsRefused()
    {
        InvokeReply reply = await DispatchAsync(Samples.Read(Samples.Execute));

        Assert.Equal(400, JsonElement.Parse(reply.Body.Span).GetProperty("statusCode").GetInt32());
    }

    [Fact]
    public async Task Dispatch_DataWithoutVerbAndText_IsAnUnknownVerb()
    {
        bool asked = false;
        router.OnText((_, _) => throw new InvalidOperationException("Nobody typed anything."));
        router.OnUnknownVerb(
            (_, action, _) =>
            {
                asked = action.Verb.Length == 0;
                return Task.FromResult<CardReply>(new CardReply.Message("?"));
            }
        );

        await DispatchAsync(Samples.Read(Samples.Submit) with { Value = JsonElement.Parse("""{"old":1}""") });

        Assert.True(asked);
    }

    [Fact]
    public async Task Dispatch_MessageBack_IsItsText()
    {
        string? heard = null;
        router.OnText(
            (turn, _) =>
            {
                heard = turn.Text;
                return Task.CompletedTask;
            }
        );

        await DispatchAsync(
            Samples.Read(Samples.Submit) with
            {
                Text = "ヘルプ",
                Value = JsonElement.Parse("""{"a":1}"""),
            }
        );

        Assert.Equal("ヘルプ", heard);
    }

    [Fact]
    public async Task Dispatch_InvokeNobodyHandles_Is501()
    {
        Assert.Equal(501, (await DispatchAsync(Samples.Invoke("task/fetch"))).Status);
    }

    [Fact]
    public async Task Dispatch_Invoke_GivesTheHandlersReply()
    {
        router.OnInvoke("task/fetch", (_, _) => Task.FromResult(new InvokeReply(200, "{}"u8.ToArray())));

        Assert.Equal(2, (await DispatchAsync(Samples.Invoke("task/fetch"))).Body.Length);
    }

    [Fact]
    public async Task Dispatch_TypeNobodyKnows_IsDone() =>
        Assert.Equal(InvokeReply.Done, await DispatchAsync(Samples.Read("""{"type":"somethingNew"}""")));

    [Fact]
    public async Task Dispatch_OtherType_ReachesItsHandler()
    {
        bool reached = false;
        router.OnActivity(
            ActivityTypes.InstallationUpdate,
            (turn, _) =>
            {
                reached = turn.Activity.Action == "add";
                return Task.CompletedTask;
            }
        );

        await DispatchAsync(Samples.Read("""{"type":"installationUpdate","action":"add"}"""));

        Assert.True(reached);
    }

    [Fact]
    public void On_NameTwice_Throws()
    {
        router.OnText((_, _) => Task.CompletedTask);
        router.OnCardAction("v", Answer(new CardReply.Message("")));
        router.OnUnknownVerb(Answer(new CardReply.Message("")));
        router.OnInvoke("i", (_, _) => Task.FromResult(InvokeReply.Done));
        router.OnActivity("a", (_, _) => Task.CompletedTask);

        Assert.Throws<InvalidOperationException>(() => router.OnText((_, _) => Task.CompletedTask));
        Assert.Throws<InvalidOperationException>(() => router.OnCardAction("v", Answer(new CardReply.Message(""))));
        Assert.Throws<InvalidOperationException>(() => router.OnUnknownVerb(Answer(new CardReply.Message(""))));
        Assert.Throws<InvalidOperationException>(() =>
            router.OnInvoke("i", (_, _) => Task.FromResult(InvokeReply.Done))
        );
        Assert.Throws<InvalidOperationException>(() => router.OnActivity("a", (_, _) => Task.CompletedTask));
    }

    [Fact]
    public void On_NameThatNeverArrives_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => router.OnCardAction("", Answer(new CardReply.Message(""))));
        Assert.Throws<InvalidOperationException>(() =>
            router.OnInvoke(InvokeNames.CardAction, (_, _) => Task.FromResult(InvokeReply.Done))
        );
        Assert.Throws<InvalidOperationException>(() =>
            router.OnActivity(ActivityTypes.Message, (_, _) => Task.CompletedTask)
        );
    }

    private static CardActionHandler Answer(CardReply reply) => (_, _, _) => Task.FromResult(reply);

    private Task<InvokeReply> DispatchAsync(Activity activity) =>
        router.DispatchAsync(new Turn(activity, Samples.Tenant, connector), CancellationToken.None);

    private async Task<CardAction> ActionOf(string value)
    {
        CardAction? seen = null;
        router.OnCardAction(
            "v",
            (_, action, _) =>
            {
                seen = action;
                return Task.FromResult<CardReply>(new CardReply.Message("ok"));
            }
        );
        await DispatchAsync(Samples.Read(Samples.Execute) with { Value = JsonElement.Parse(value) });
        return seen ?? throw new InvalidOperationException("No handler was reached.");
    }
}

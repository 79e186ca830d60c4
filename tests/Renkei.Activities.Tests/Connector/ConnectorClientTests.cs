using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Renkei.Activities.Connector;
using Renkei.Activities.Wire;
using Renkei.Testing;

namespace Renkei.Activities.Tests.Connector;

public sealed class ConnectorClientTests : IDisposable
{
    private static readonly ConversationAddress Thread = new(
        "https://smba.trafficmanager.net/jp/",
        "19:abc@thread.tacv2;messageid=1",
        Samples.Tenant
    );

    private static readonly OutgoingActivity Hello = OutgoingActivity.Plain("こんにちは");

    private readonly FakeClock clock = new();
    private readonly RecordingHandler http = new();
    private readonly CountingCredential credential;
    private readonly List<IDisposable> owned = [];

    public ConnectorClientTests() => credential = new(clock);

    public void Dispose()
    {
        owned.ForEach(o => o.Dispose());
        http.Dispose();
    }

    [Fact]
    public async Task Send_Message_PostsToTheEncodedConversation()
    {
        http.Answer(201, """{"id":"42"}""");

        Assert.Equal("42", await Client().SendAsync(Thread, Hello, CancellationToken.None));
        Assert.Equal(
            "POST https://smba.trafficmanager.net/jp/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D1/activities",
            Assert.Single(http.Calls)
        );
        Assert.Equal("""{"type":"message","text":"こんにちは","textFormat":"plain"}""", http.Bodies[0]);
        Assert.Equal("Bearer token-1", http.Tokens[0]);
        Assert.Equal("https://api.botframework.com/.default", credential.Scopes[0]);
    }

    [Theory]
    [InlineData(200, """{"id":"7"}""", "7")]
    [InlineData(202, "", null)]
    [InlineData(202, "{}", null)]
    [InlineData(201, "<html>", null)]
    [InlineData(201, """{"id":7}""", null)]
    public async Task Send_Success_GivesTheIdWhereThereIsOne(int status, string body, string? id)
    {
        http.Answer(status, body);

        Assert.Equal(id, await Client().SendAsync(Thread, Hello, CancellationToken.None));
    }

    [Fact]
    public async Task Update_Message_PutsTheWholeActivity()
    {
        http.Answer(200, """{"id":"1:2"}""");

        await Client()
            .UpdateAsync(
                Thread with
                {
                    ServiceUrl = "https://smba.trafficmanager.net/jp",
                },
                "1:2",
                Hello,
                CancellationToken.None
            );

        Assert.Equal(
            "PUT https://smba.trafficmanager.net/jp/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D1/activities/1%3A2",
            Assert.Single(http.Calls)
        );
    }

    [Fact]
    public async Task Delete_Message_SendsNoBody()
    {
        http.Answer(200);

        await Client().DeleteAsync(Thread, "5", CancellationToken.None);

        Assert.EndsWith("messageid%3D1/activities/5", Assert.Single(http.Calls), StringComparison.Ordinal);
        Assert.StartsWith("DELETE ", http.Calls[0], StringComparison.Ordinal);
        Assert.Equal("", http.Bodies[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Any_IdThatAUrlWouldReadAsAPath_Throws(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client().DeleteAsync(Thread, id, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Client().SendAsync(Thread with { ConversationId = id }, Hello, CancellationToken.None)
        );
        Assert.Empty(http.Calls);
    }

    [Fact]
    public async Task CreatePersonalConversation_User_AsksForExactlyOneMember()
    {
        http.Answer(201, """{"id":"a:1x"}""");

        ConversationAddress address = await Client()
            .CreatePersonalConversationAsync(Thread.ServiceUrl, Samples.Tenant, "29:nurse", CancellationToken.None);

        Assert.Equal(new ConversationAddress(Thread.ServiceUrl, "a:1x", Samples.Tenant), address);
        Assert.Equal("POST https://smba.trafficmanager.net/jp/v3/conversations", http.Calls[0]);
        Assert.Equal(
            """{"isGroup":false,"members":[{"id":"29:nurse"}],"tenantId":"5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f"}""",
            http.Bodies[0]
        );
    }

    [Fact]
    public async Task CreatePersonalConversation_After502_IsRepeated()
    {
        // The same person gets the same conversation each time, so this post may be repeated.
        http.Answer(502).Answer(201, """{"id":"a:1x"}""");

        Task<ConversationAddress> create = Client()
            .CreatePersonalConversationAsync(Thread.ServiceUrl, Samples.Tenant, "29:nurse", CancellationToken.None);
        await PassPauseAsync();

        Assert.Equal("a:1x", (await create).ConversationId);
    }

    [Fact]
    public async Task FindMember_Member_ReadsBothSpellings()
    {
        http.Answer(
                200,
                """{"id":"29:a","objectId":"o","name":"佐藤","userPrincipalName":"sato@example.jp","userRole":"user","tenantId":"t"}"""
            )
            .Answer(200, """{"id":"29:b","aadObjectId":"p","email":"b@example.jp"}""");

        Assert.Equal(
            new ConversationMember("29:a", "o", "佐藤", "sato@example.jp", "user", "t"),
            await Client().FindMemberAsync(Thread, "29:a", CancellationToken.None)
        );
        Assert.Equal(
            new ConversationMember("29:b", "p", null, "b@example.jp", null, null),
            await Client().FindMemberAsync(Thread, "29:b", CancellationToken.None)
        );
        Assert.EndsWith("/members/29%3Aa", http.Calls[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindMember_NotInTheRoster_IsNull()
    {
        http.Answer(404, """{"error":{"code":"MemberNotFoundInConversation","message":"m"}}""");

        Assert.Null(await Client().FindMemberAsync(Thread, "29:a", CancellationToken.None));
    }

    [Fact]
    public async Task FindMember_ConversationGone_Throws()
    {
        http.Answer(404, """{"error":{"code":"ConversationNotFound","message":"m"}}""");

        ConnectorException e = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client().FindMemberAsync(Thread, "29:a", CancellationToken.None)
        );
        Assert.Equal(ConnectorReaction.Gone, e.Reaction);
    }

    [Fact]
    public async Task Members_SeveralPages_FollowsTheTokens()
    {
        http.Answer(200, """{"members":[{"id":"1"},{"id":"2"}],"continuationToken":"a+b"}""")
            .Answer(200, """{"members":[],"continuationToken":"c"}""")
            .Answer(200, """{"members":[{"id":"3"}]}""");

        List<string> ids = [];
        await foreach (ConversationMember member in Client().MembersAsync(Thread, CancellationToken.None))
        {
            ids.Add(member.Id);
        }

        Assert.Equal(["1", "2", "3"], ids);
        Assert.EndsWith("/pagedmembers?pageSize=500", http.Calls[0], StringComparison.Ordinal);
        Assert.EndsWith("/pagedmembers?pageSize=500&continuationToken=a%2Bb", http.Calls[1], StringComparison.Ordinal);
        Assert.EndsWith("&continuationToken=c", http.Calls[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_TokenThatLeadsToItself_Throws()
    {
        http.Answer(200, """{"members":[],"continuationToken":"a"}""")
            .Answer(200, """{"members":[],"continuationToken":"a"}""");

        await Assert.ThrowsAsync<ConnectorException>(async () =>
        {
            await foreach (ConversationMember _ in Client().MembersAsync(Thread, CancellationToken.None)) { }
        });
    }

    [Theory]
    [InlineData(400, """{"error":{"code":"BadSyntax","message":"m"}}""", "BadSyntax", ConnectorReaction.GiveUp)]
    [InlineData(
        403,
        """{"error":{"code":"BotDisabledByAdmin","message":"m"}}""",
        "BotDisabledByAdmin",
        ConnectorReaction.TenantDisabled
    )]
    [InlineData(
        403,
        """{"error":{"code":"BotNotInConversationRoster"}}""",
        "BotNotInConversationRoster",
        ConnectorReaction.Uninstalled
    )]
    [InlineData(
        403,
        """{"error":{"code":"ConversationBlockedByUser"}}""",
        "ConversationBlockedByUser",
        ConnectorReaction.Blocked
    )]
    [InlineData(
        403,
        """{"error":{"code":"MessageWritesBlocked"}}""",
        "MessageWritesBlocked",
        ConnectorReaction.Blocked
    )]
    [InlineData(
        403,
        """{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",\"details\":\"d\"}"}""",
        "MessageWritesBlocked",
        ConnectorReaction.Blocked
    )]
    [InlineData(403, """{"errorCode":209,"message":"blocked"}""", "MessageWritesBlocked", ConnectorReaction.Blocked)]
    [InlineData(403, """{"errorCode":209,"message":"{broken"}""", "MessageWritesBlocked", ConnectorReaction.Blocked)]
    [InlineData(403, """{"errorCode":210,"message":"m"}""", "210", ConnectorReaction.GiveUp)]
    [InlineData(
        403,
        """{"error":{"code":"InvalidBotApiHost"}}""",
        "InvalidBotApiHost",
        ConnectorReaction.Misconfigured
    )]
    [InlineData(
        403,
        """{"error":{"code":"NotEnoughPermissions"}}""",
        "NotEnoughPermissions",
        ConnectorReaction.Misconfigured
    )]
    [InlineData(403, "", "", ConnectorReaction.GiveUp)]
    [InlineData(404, """{"error":{"code":"ConversationNotFound"}}""", "ConversationNotFound", ConnectorReaction.Gone)]
    [InlineData(
        404,
        """{"error":{"code":"ActivityNotFoundInConversation"}}""",
        "ActivityNotFoundInConversation",
        ConnectorReaction.Gone
    )]
    [InlineData(404, "<html>", "", ConnectorReaction.GiveUp)]
    [InlineData(413, """{"error":{"code":"MessageSizeTooBig"}}""", "MessageSizeTooBig", ConnectorReaction.TooLarge)]
    [InlineData(500, """{"error":{"code":"ServiceError"}}""", "ServiceError", ConnectorReaction.GiveUp)]
    [InlineData(302, "", "", ConnectorReaction.GiveUp)]
    [InlineData(418, """{"error":5}""", "", ConnectorReaction.GiveUp)]
    [InlineData(418, "[]", "", ConnectorReaction.GiveUp)]
    [InlineData(418, """{"error":{"code":5}}""", "", ConnectorReaction.GiveUp)]
    public async Task Any_Refusal_HasTheDocumentedReactionAndIsNotRepeated(
        int status,
        string body,
        string code,
        ConnectorReaction reaction
    )
    {
        http.Answer(status, body);

        ConnectorException e = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client().UpdateAsync(Thread, "1", Hello, CancellationToken.None)
        );

        Assert.Equal((status, code, reaction), (e.Status, e.Code, e.Reaction));
        Assert.Equal(status >= 500, e.DeliveryUnknown);
        Assert.Single(http.Calls);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Update_Trouble_IsRepeatedThreeTimesAtMost(int status)
    {
        http.Answer(status).Answer(status).Answer(status);

        Task update = Client().UpdateAsync(Thread, "1", Hello, CancellationToken.None);
        await PassPauseAsync();
        await PassPauseAsync();
        ConnectorException e = await Assert.ThrowsAsync<ConnectorException>(() => update);

        Assert.Equal(ConnectorReaction.RetryLater, e.Reaction);
        Assert.Equal(3, http.Calls.Count);
        Assert.Equal(status > 500, e.DeliveryUnknown);
        Assert.All(http.Bodies, body => Assert.Contains("こんにちは", body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    public async Task Send_RefusedBeforeDelivery_IsRepeated(int status)
    {
        http.Answer(status).Answer(201, """{"id":"1"}""");

        Task<string?> send = Client().SendAsync(Thread, Hello, CancellationToken.None);
        await PassPauseAsync();

        Assert.Equal("1", await send);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Send_PerhapsDelivered_IsNotRepeated(int status)
    {
        http.Answer(status);

        ConnectorException e = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client().SendAsync(Thread, Hello, CancellationToken.None)
        );

        Assert.True(e.DeliveryUnknown);
        Assert.Single(http.Calls);
    }

    [Fact]
    public async Task Send_PerhapsDeliveredAndAllowed_IsRepeatedAndStaysUnknown()
    {
        http.Answer(502).Answer(403, """{"error":{"code":"ConversationBlockedByUser"}}""");

        Task<string?> send = Client(o => o with { RetryAmbiguousPosts = true })
            .SendAsync(Thread, Hello, CancellationToken.None);
        await PassPauseAsync();
        ConnectorException e = await Assert.ThrowsAsync<ConnectorException>(() => send);

        Assert.Equal(ConnectorReaction.Blocked, e.Reaction);
        Assert.True(e.DeliveryUnknown);
    }

    [Fact]
    public async Task Send_NoAnswerInTime_IsUnknownAndNotRepeated()
    {
        http.Hang();

        Task<string?> send = Client().SendAsync(Thread, Hello, CancellationToken.None);
        await clock.UntilWaitingAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        ConnectorException e = await Assert.ThrowsAsync<ConnectorException>(() => send);

        Assert.Equal((0, ConnectorReaction.RetryLater, true), (e.Status, e.Reaction, e.DeliveryUnknown));
        Assert.IsType<TimeoutException>(e.InnerException);
    }

    [Fact]
    public async Task Update_NoAnswerTwice_EndsWithinTheBudget()
    {
        http.Hang().Hang();
        DateTimeOffset start = clock.GetUtcNow();

        Task update = Client().UpdateAsync(Thread, "1", Hello, CancellationToken.None);
        await clock.UntilWaitingAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        await PassPauseAsync();
        await clock.UntilWaitingAsync();
        clock.MoveTo(start + TimeSpan.FromSeconds(8));

        await Assert.ThrowsAsync<ConnectorException>(() => update);
        Assert.Equal(2, http.Calls.Count);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, true)]
    [InlineData(HttpRequestError.NameResolutionError, true)]
    [InlineData(HttpRequestError.SecureConnectionError, true)]
    [InlineData(HttpRequestError.ResponseEnded, false)]
    [InlineData(HttpRequestError.Unknown, false)]
    public async Task Send_ConnectionTrouble_IsRepeatedOnlyWhereNothingWasSent(HttpRequestError error, bool repeated)
    {
        http.Fail(new HttpRequestException(error)).Answer(201, """{"id":"1"}""");

        Task<string?> send = Client().SendAsync(Thread, Hello, CancellationToken.None);
        if (repeated)
        {
            await PassPauseAsync();
            Assert.Equal("1", await send);
        }
        else
        {
            Assert.True((await Assert.ThrowsAsync<ConnectorException>(() => send)).DeliveryUnknown);
            Assert.Single(http.Calls);
        }
    }

    [Fact]
    public async Task Send_RetryAfter_IsHonoured()
    {
        http.Answer(429, "", ("Retry-After", "3")).Answer(201, """{"id":"1"}""");

        Task<string?> send = Client().SendAsync(Thread, Hello, CancellationToken.None);
        await clock.UntilWaitingAsync();
        clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Single(http.Calls);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal("1", await send);
    }

    [Theory]
    [InlineData("8")]
    [InlineData("Fri, 04 Dec 2026 00:00:08 GMT")]
    public async Task Send_RetryAfterBeyondTheBudget_IsLeftToTheCaller(string retryAfter)
    {
        http.Answer(429, "", ("Retry-After", retryAfter));

        ConnectorException e = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client().SendAsync(Thread, Hello, CancellationToken.None)
        );

        Assert.Equal(TimeSpan.FromSeconds(8), e.RetryAfter);
        Assert.Equal(ConnectorReaction.RetryLater, e.Reaction);
        Assert.False(e.DeliveryUnknown);
    }

    [Fact]
    public async Task Send_CancelledByTheCaller_IsCancelled()
    {
        using CancellationTokenSource stop = new();
        http.Hang();

        Task<string?> send = Client().SendAsync(Thread, Hello, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);
    }

    [Fact]
    public async Task Any_401_RefreshesTheTokenOnce()
    {
        http.Answer(401).Answer(200, "{}").Answer(200, "{}");
        ConnectorClient client = Client();

        await client.UpdateAsync(Thread, "1", Hello, CancellationToken.None);
        await client.UpdateAsync(Thread, "1", Hello, CancellationToken.None);

        Assert.Equal(["Bearer token-1", "Bearer token-2", "Bearer token-2"], http.Tokens);
    }

    [Fact]
    public async Task Any_401Twice_IsMisconfigured()
    {
        http.Answer(401).Answer(401, """{"error":{"code":"BotNotRegistered"}}""");

        ConnectorException e = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client().SendAsync(Thread, Hello, CancellationToken.None)
        );

        Assert.Equal((401, "BotNotRegistered", ConnectorReaction.Misconfigured), (e.Status, e.Code, e.Reaction));
        Assert.Equal(2, http.Calls.Count);
    }

    [Theory]
    [InlineData(54, 1)]
    [InlineData(55, 2)]
    public async Task Token_IsKeptUntilFiveMinutesBeforeItExpires(int minutes, int fetched)
    {
        http.Answer(200, "{}").Answer(200, "{}");
        ConnectorClient client = Client();

        await client.UpdateAsync(Thread, "1", Hello, CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(minutes));
        await client.UpdateAsync(Thread, "1", Hello, CancellationToken.None);

        Assert.Equal(fetched, credential.Scopes.Count);
    }

    [Fact]
    public async Task Token_NotToBeHad_IsAConnectorException()
    {
        credential.Failure = new InvalidDataException("no identity");

        ConnectorException e = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client().SendAsync(Thread, Hello, CancellationToken.None)
        );

        Assert.Equal((0, "TokenUnavailable", false), (e.Status, e.Code, e.DeliveryUnknown));
        Assert.Empty(http.Calls);
    }

    [Theory]
    [InlineData("http://smba.trafficmanager.net/jp/")]
    [InlineData("https://smba.trafficmanager.net.example.org/")]
    [InlineData("https://smba.trafficmanager.net:444/")]
    [InlineData("https://x@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net@example.org")]
    [InlineData(@"https://example.org\@smba.trafficmanager.net/")]
    [InlineData("https://example.org?smba.trafficmanager.net")]
    [InlineData("https://127.0.0.1:5081/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task Any_ServiceThatIsNotTeams_GetsNoToken(string serviceUrl)
    {
        ConnectorException e = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client().SendAsync(Thread with { ServiceUrl = serviceUrl }, Hello, CancellationToken.None)
        );

        Assert.Equal(("UntrustedServiceHost", ConnectorReaction.Misconfigured), (e.Code, e.Reaction));
        Assert.Empty(credential.Scopes);
        Assert.Empty(http.Calls);
    }

    [Fact]
    public async Task Any_LoopbackThatIsConfigured_IsCalled()
    {
        http.Answer(201, """{"id":"1"}""");

        await Client().SendAsync(Thread with { ServiceUrl = "http://127.0.0.1:5080/" }, Hello, CancellationToken.None);

        Assert.StartsWith("POST http://127.0.0.1:5080/v3/", http.Calls[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(51_171, true)]
    [InlineData(51_172, false)]
    public async Task Send_Size_IsCountedInUtf16(int characters, bool sent)
    {
        // {"type":"message","text":""} is 28 characters: 51,199 in all are 102,398 bytes, two below the limit.
        http.Answer(201, """{"id":"1"}""");
        OutgoingActivity large = new() { Text = new string('あ', characters) };

        Exception? e = await Record.ExceptionAsync(() => Client().SendAsync(Thread, large, CancellationToken.None));

        Assert.Equal(sent, e is null);
        Assert.Equal(sent ? 1 : 0, http.Calls.Count);
        Assert.True(sent || e is ConnectorException { Reaction: ConnectorReaction.TooLarge, DeliveryUnknown: false });
    }

    [Fact]
    public async Task Any_Refusal_IsLoggedWithTheVectorAndWithoutTheText()
    {
        RecordingLog<ConnectorClient> log = new();
        http.Answer(400, """{"error":{"code":"BadSyntax","message":"こんにちは"}}""", ("MS-CV", "abc.1"));

        await Assert.ThrowsAsync<ConnectorException>(() =>
            Client(log: log).SendAsync(Thread, Hello, CancellationToken.None)
        );

        Assert.Equal([1102], log.Events);
        Assert.Contains("abc.1", log.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("こんにちは", log.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("token-1", log.AllText, StringComparison.Ordinal);
    }

    /// <summary>Waits until a pause between two tries began, then lets it pass; half a second doubled and spread is three at most.</summary>
    private async Task PassPauseAsync()
    {
        await clock.UntilWaitingAsync();
        int before = http.Calls.Count;
        for (int i = 0; i < 15 && http.Calls.Count == before; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(0.1));
            await Task.Delay(5);
        }
    }

    private ConnectorClient Client(
        Func<ConnectorOptions, ConnectorOptions>? with = null,
        ILogger<ConnectorClient>? log = null
    )
    {
        ConnectorOptions options = new() { Hosts = ServiceHosts.Of(TeamsCloud.Public).With(["127.0.0.1:5080"]) };
        HttpClient client = new(http, disposeHandler: false);
        ConnectorClient connector = new(
            client,
            credential,
            with?.Invoke(options) ?? options,
            clock,
            log ?? NullLogger<ConnectorClient>.Instance
        );
        owned.AddRange([client, connector]);
        return connector;
    }

    /// <summary>Gives token-1, token-2 … , each for an hour.</summary>
    private sealed class CountingCredential(TimeProvider clock) : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public Exception? Failure { get; set; }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        )
        {
            if (Failure is not null)
            {
                throw Failure;
            }
            Scopes.Add(string.Join(' ', requestContext.Scopes));
            return new(new AccessToken($"token-{Scopes.Count}", clock.GetUtcNow().AddHours(1)));
        }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}

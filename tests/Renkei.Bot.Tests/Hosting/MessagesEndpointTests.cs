using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Renkei.Activities.Auth;
using Renkei.Activities.Connector;
using Renkei.Activities.Turns;
using Renkei.Activities.Wire;
using Renkei.Bot.Hosting;

namespace Renkei.Bot.Tests.Hosting;

/// <summary>The endpoint on a real server: what comes in as bytes and goes out as status and body.</summary>
public sealed class MessagesEndpointTests : IAsyncLifetime
{
    private const string Tenant = "5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f";

    private const string Invoke = """
        {
          "type": "invoke", "name": "task/fetch", "id": "f:1", "channelId": "msteams",
          "serviceUrl": "http://127.0.0.1:5080/", "conversation": { "id": "a:1", "tenantId": "5f6c1c52-1111-4a6e-9c1e-0a1b2c3d4e5f" }
        }
        """;

    private readonly Gate gate = new();
    private readonly List<Activity> handled = [];
    private readonly HttpClient http = new();
    private InvokeReply reply = new(200, """{"task":{}}"""u8.ToArray());
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IInboundGate>(gate);
        builder.Services.AddSingleton(
            new TurnPipeline(
                new NoConnector(),
                [],
                (turn, _) =>
                {
                    handled.Add(turn.Activity);
                    return Task.FromResult(reply);
                }
            )
        );
        builder.Services.AddSingleton<MessagesEndpoint>();
        app = builder.Build();
        app.MapMessages();
        await app.StartAsync();
        http.BaseAddress = new Uri(app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Post_Invoke_AnswersItsBody()
    {
        using HttpResponseMessage response = await PostAsync(Invoke);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("""{"task":{}}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("task/fetch", Assert.Single(handled).Name);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    [InlineData(501)]
    public async Task Post_ReplyWithoutBody_AnswersTheStatusAlone(int status)
    {
        reply = new InvokeReply(status, default);

        using HttpResponseMessage response = await PostAsync(Invoke);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength);
        Assert.Null(response.Content.Headers.ContentType);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer bad")]
    public async Task Post_WithoutGoodToken_Is401AndNothingIsRead(string? token)
    {
        using HttpResponseMessage response = await PostAsync("this is no JSON", token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        Assert.Empty(handled);
    }

    [Fact]
    public async Task Post_TwoAuthorizationHeaders_Is401()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, MessagesEndpoint.Path)
        {
            Content = new StringContent(Invoke, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", ["Bearer good", "Bearer good"]);

        using HttpResponseMessage response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Post_ActivityItsTokenIsNotFor_Is401()
    {
        using HttpResponseMessage response = await PostAsync(
            Invoke.Replace(Tenant, "another", StringComparison.Ordinal)
        );

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        Assert.Empty(handled);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"type":"message","from":{"id":5}}""")]
    public async Task Post_Malformed_Is400(string body)
    {
        using HttpResponseMessage response = await PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(handled);
    }

    [Fact]
    public async Task Post_AnotherContentType_Is415()
    {
        using HttpResponseMessage response = await PostAsync(Invoke, type: "text/plain");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_TooLarge_Is413(bool chunked)
    {
        using HttpResponseMessage response = await PostAsync(
            new string(' ', ActivityJson.MaxBytes + 1),
            chunked: chunked
        );

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(handled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_AsLargeAsAllowed_IsRead(bool chunked)
    {
        using HttpResponseMessage response = await PostAsync(Invoke.PadRight(ActivityJson.MaxBytes), chunked: chunked);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(handled);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task AnotherMethod_Is405(string method)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), MessagesEndpoint.Path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "good");

        using HttpResponseMessage response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(
        string body,
        string? token = "Bearer good",
        string type = "application/json",
        bool chunked = false
    )
    {
        using HttpRequestMessage request = new(HttpMethod.Post, MessagesEndpoint.Path)
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        };
        request.Headers.TransferEncodingChunked = chunked;
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }
        return await http.SendAsync(request);
    }

    /// <summary>Knows one token; the activity-bound half is the real one of the gate for trying by hand.</summary>
    private sealed class Gate : IInboundGate
    {
        private readonly UnauthenticatedInbound inner = new(
            new InboundOptions
            {
                TenantIds = { Tenant },
                ServiceHosts = { "127.0.0.1:5080" },
                DangerouslyAllowUnauthenticatedRequests = true,
            },
            isDevelopment: true,
            listensOnLoopbackOnly: true
        );

        public ValueTask<HeaderDecision> AuthenticateAsync(string? authorizationHeader, CancellationToken ct) =>
            authorizationHeader == "Bearer good"
                ? inner.AuthenticateAsync(authorizationHeader, ct)
                : new(new HeaderDecision(null, Refusal.NoToken));

        public InboundDecision Authorise(VerifiedToken token, Activity activity) => inner.Authorise(token, activity);
    }

    /// <summary>Nothing is sent in these tests.</summary>
    private sealed class NoConnector : IConnector
    {
        public Task<string?> SendAsync(ConversationAddress to, OutgoingActivity activity, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task UpdateAsync(
            ConversationAddress to,
            string activityId,
            OutgoingActivity activity,
            CancellationToken ct
        ) => throw new NotSupportedException();

        public Task DeleteAsync(ConversationAddress to, string activityId, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task<ConversationAddress> CreatePersonalConversationAsync(
            string serviceUrl,
            string tenantId,
            string userId,
            CancellationToken ct
        ) => throw new NotSupportedException();

        public Task<ConversationMember?> FindMemberAsync(ConversationAddress of, string userId, CancellationToken ct) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<ConversationMember> MembersAsync(ConversationAddress of, CancellationToken ct) =>
            throw new NotSupportedException();
    }
}

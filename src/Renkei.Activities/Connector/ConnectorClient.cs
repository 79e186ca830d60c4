using System.Buffers;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Core;
using Microsoft.Extensions.Logging;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Connector;

/// <summary>Teams' connector over HTTP (protocols: Bot Framework, section 4). One instance serves all conversations; thread safe.</summary>
public sealed class ConnectorClient : IConnector, IDisposable
{
    /// <summary>Largest body sent, in bytes of UTF-16, which is how Teams counts: 100 KB.</summary>
    public const int MaxUtf16Bytes = 100 * 1024;

    private const int PageSize = 500;
    private const int MaxAnswerBytes = 4 * 1024 * 1024;
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly HttpClient http;
    private readonly BearerTokens tokens;
    private readonly ConnectorOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<ConnectorClient> log;

    /// <summary>A client for one bot.</summary>
    /// <param name="http">Takes <see cref="CreateHandler"/>; its own timeout has to be above <see cref="ConnectorOptions.TryLimit"/>.</param>
    /// <param name="credential">The bot's identity.</param>
    /// <param name="options">Hosts and limits.</param>
    /// <param name="clock">Times tries and tokens.</param>
    /// <param name="log">Where refusals are written.</param>
    public ConnectorClient(
        HttpClient http,
        TokenCredential credential,
        ConnectorOptions options,
        TimeProvider clock,
        ILogger<ConnectorClient> log
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxTries, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxTries, 10);
        this.http = http;
        this.options = options;
        this.clock = clock;
        this.log = log;
        tokens = new BearerTokens(credential, options.Scope, clock);
    }

    /// <summary>
    /// A handler for the client: no redirects, which would carry a post somewhere that is not on the list, and connections that are
    /// renewed every five minutes, so that a change of Teams' addresses is noticed. It asks for nothing compressed: answers are short.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        };

    /// <inheritdoc />
    public async Task<string?> SendAsync(ConversationAddress to, OutgoingActivity activity, CancellationToken ct)
    {
        Answer answer = await CallAsync(
            new(HttpMethod.Post, Of(to, "activities"), Body(activity), Repeatable: false),
            ct
        );
        try
        {
            return Read(answer, ConnectorJson.Default.CreatedResource)?.Id;
        }
        catch (ConnectorException)
        {
            // The message is posted. Without an id it cannot be updated, but failing here would post it again.
            return null;
        }
    }

    /// <inheritdoc />
    public Task UpdateAsync(
        ConversationAddress to,
        string activityId,
        OutgoingActivity activity,
        CancellationToken ct
    ) => CallAsync(new(HttpMethod.Put, Of(to, "activities", activityId), Body(activity), Repeatable: true), ct);

    /// <inheritdoc />
    public Task DeleteAsync(ConversationAddress to, string activityId, CancellationToken ct) =>
        CallAsync(new(HttpMethod.Delete, Of(to, "activities", activityId), default, Repeatable: true), ct);

    /// <inheritdoc />
    public async Task<ConversationAddress> CreatePersonalConversationAsync(
        string serviceUrl,
        string tenantId,
        string userId,
        CancellationToken ct
    )
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(
            new NewConversation(IsGroup: false, [new NewMember(userId)], tenantId),
            ConnectorJson.Default.NewConversation
        );
        // The same person always gets the same conversation, so asking twice does no harm.
        Answer answer = await CallAsync(
            new(HttpMethod.Post, new Route(serviceUrl, "v3/conversations"), body, Repeatable: true),
            ct
        );
        return Read(answer, ConnectorJson.Default.CreatedResource)?.Id is { Length: > 0 } id
            ? new ConversationAddress(serviceUrl, id, tenantId)
            : throw Unreadable(answer, inner: null);
    }

    /// <inheritdoc />
    public async Task<ConversationMember?> FindMemberAsync(ConversationAddress of, string userId, CancellationToken ct)
    {
        try
        {
            Answer answer = await CallAsync(
                new(HttpMethod.Get, Of(of, "members", userId), default, Repeatable: true),
                ct
            );
            return Read(answer, ConnectorJson.Default.RosterMember)?.ToMember();
        }
        catch (ConnectorException e) when (e.Status == 404 && e.Code != "ConversationNotFound")
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<ConversationMember> MembersAsync(
        ConversationAddress of,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        string? token = null;
        do
        {
            string query = token is null ? "" : $"&continuationToken={Uri.EscapeDataString(token)}";
            Answer answer = await CallAsync(
                new(HttpMethod.Get, Of(of, $"pagedmembers?pageSize={PageSize}{query}"), default, Repeatable: true),
                ct
            );
            RosterPage? page = Read(answer, ConnectorJson.Default.RosterPage);
            foreach (RosterMember member in page?.Members ?? [])
            {
                yield return member.ToMember();
            }
            if (page?.ContinuationToken is { } next && next == token)
            {
                // Following it would never end.
                throw Unreadable(answer, inner: null);
            }
            token = page?.ContinuationToken;
        } while (!string.IsNullOrEmpty(token));
    }

    /// <summary>Frees what waits for tokens; the HTTP client belongs to the caller.</summary>
    public void Dispose() => tokens.Dispose();

    private static Route Of(ConversationAddress address, string below) =>
        new(address.ServiceUrl, $"v3/conversations/{Segment(address.ConversationId)}/{below}");

    private static Route Of(ConversationAddress address, string below, string id) =>
        Of(address, $"{below}/{Segment(id)}");

    /// <summary>Percent-encodes an id. One that a URL would read as "here" or "one up" cannot be an id.</summary>
    private static string Segment(string id) =>
        id is "" or "." or ".."
            ? throw new ArgumentException($"'{id}' cannot be an id.", nameof(id))
            : Uri.EscapeDataString(id);

    private static ReadOnlyMemory<byte> Body(OutgoingActivity activity)
    {
        // Cards are most of a message; with room for them from the start nothing is copied while it grows.
        ArrayBufferWriter<byte> body = new(1024 + (activity.Attachments?.Sum(a => a.Content.Length) ?? 0));
        ActivityJson.Write(activity, body);
        return FitsUtf16(body.WrittenSpan)
            ? body.WrittenMemory
            : throw new ConnectorException(413, "MessageSizeTooBig", ConnectorReaction.TooLarge, null, false, null);
    }

    /// <summary>No character takes fewer bytes than UTF-16 units, so what is short in UTF-8 need not be counted.</summary>
    private static bool FitsUtf16(ReadOnlySpan<byte> utf8) =>
        utf8.Length * 2 < MaxUtf16Bytes || Encoding.UTF8.GetCharCount(utf8) * 2 < MaxUtf16Bytes;

    /// <summary>The one place a call leaves from.</summary>
    private async Task<Answer> CallAsync(Call call, CancellationToken ct)
    {
        if (
            !Uri.TryCreate(call.Route.Address, UriKind.Absolute, out Uri? address)
            || !options.Hosts.AllowAddress(address)
        )
        {
            throw new ConnectorException(0, "UntrustedServiceHost", ConnectorReaction.Misconfigured, null, false, null);
        }
        long started = clock.GetTimestamp();
        bool maybeDelivered = false;
        string? refused = null;
        for (int tries = 1; ; tries++)
        {
            string token = await TokenAsync(refused, ct);
            Answer answer = await TryAsync(call, address, token, options.Budget - clock.GetElapsedTime(started), ct);
            if (answer.IsSuccess)
            {
                return answer;
            }
            string code = ConnectorErrors.CodeIn(answer.Body);
            ConnectorReaction reaction = ConnectorErrors.ReactionTo(answer.Status, code);
            bool ambiguous = answer.WasSent && ConnectorErrors.IsAmbiguous(answer.Status);
            maybeDelivered |= ambiguous && call.Method != HttpMethod.Get;
            if (answer.Status == 401 && refused is null)
            {
                // Once, and at once: keys roll over and clocks differ. This try is not counted.
                refused = token;
                tries--;
                continue;
            }
            TimeSpan pause = answer.RetryAfter ?? PauseAfter(tries);
            if (
                reaction is not ConnectorReaction.RetryLater
                || (ambiguous && !call.Repeatable && !options.RetryAmbiguousPosts)
                || tries >= options.MaxTries
                || clock.GetElapsedTime(started) + pause >= options.Budget
            )
            {
                log.ConnectorRefused(
                    answer.Status,
                    code,
                    call.Method.Method,
                    answer.CorrelationVector,
                    tries,
                    reaction
                );
                throw new ConnectorException(
                    answer.Status,
                    code,
                    reaction,
                    answer.RetryAfter,
                    maybeDelivered,
                    answer.Cause
                );
            }
            log.ConnectorRetries(answer.Status, code, call.Method.Method, answer.CorrelationVector, pause);
            await Task.Delay(pause, clock, ct);
        }
    }

    private ValueTask<string> TokenAsync(string? refused, CancellationToken ct) =>
        tokens.Usable(refused) is { } current ? new(current) : new(FetchTokenAsync(refused, ct));

    private async Task<string> FetchTokenAsync(string? refused, CancellationToken ct)
    {
        using CancellationTokenSource late = new(options.Budget, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            return await tokens.GetAsync(refused, either.Token);
        }
#pragma warning disable CA1031 // Every credential has exceptions of its own; callers of the connector know one.
        catch (Exception e) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.TokenUnavailable(e);
            throw new ConnectorException(0, "TokenUnavailable", ConnectorReaction.RetryLater, null, false, e);
        }
    }

    private async Task<Answer> TryAsync(Call call, Uri address, string token, TimeSpan left, CancellationToken ct)
    {
        TimeSpan limit = left < options.TryLimit ? left : options.TryLimit;
        if (limit <= TimeSpan.Zero)
        {
            return new Answer(0) { WasSent = false, Cause = new TimeoutException("No time was left for the call.") };
        }
        using CancellationTokenSource either = new(limit, clock);
        using CancellationTokenRegistration caller = ct.UnsafeRegister(
            static either => ((CancellationTokenSource)either!).Cancel(),
            either
        );
        using HttpRequestMessage request = new(call.Method, address);
        // Taken apart and put together again, the token would cost as much as the rest of the head.
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        if (!call.Body.IsEmpty)
        {
            request.Content = new ReadOnlyMemoryContent(call.Body);
            request.Content.Headers.ContentType = Json;
        }
        try
        {
            using HttpResponseMessage response = await http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                either.Token
            );
            return new Answer((int)response.StatusCode)
            {
                Body = await ReadAsync(response.Content, either.Token),
                RetryAfter = RetryAfterOf(response),
                CorrelationVector = response.Headers.TryGetValues("MS-CV", out IEnumerable<string>? vector)
                    ? string.Join(',', vector)
                    : "",
            };
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            return new Answer(0) { Cause = new TimeoutException("Teams did not answer in time.", e) };
        }
        catch (HttpRequestException e)
        {
            bool reached =
                e.HttpRequestError
                is not (
                    HttpRequestError.NameResolutionError
                    or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError
                );
            return new Answer(0) { WasSent = reached, Cause = e };
        }
        catch (IOException e)
        {
            return new Answer(0) { Cause = e };
        }
    }

    /// <exception cref="HttpRequestException">The answer is longer than <see cref="MaxAnswerBytes"/>, or ended early.</exception>
    /// <exception cref="IOException">It ended early.</exception>
    private static async ValueTask<byte[]> ReadAsync(HttpContent content, CancellationToken ct)
    {
        // To a message Teams answers a few bytes and says how many.
        if (content.Headers.ContentLength is { } length and <= MaxAnswerBytes)
        {
            byte[] body = new byte[length];
            await (await content.ReadAsStreamAsync(ct)).ReadExactlyAsync(body, ct);
            return body;
        }
        await content.LoadIntoBufferAsync(MaxAnswerBytes, ct);
        return await content.ReadAsByteArrayAsync(ct);
    }

    private TimeSpan PauseAfter(int tries) =>
        options.FirstPause * Math.Pow(2, tries - 1) * (RandomNumberGenerator.GetInt32(500, 1501) / 1000.0);

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date > clock.GetUtcNow() ? date - clock.GetUtcNow() : TimeSpan.Zero,
            _ => null,
        };

    private static T? Read<T>(Answer answer, JsonTypeInfo<T> type)
        where T : class
    {
        if (answer.Body.IsEmpty)
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, type);
        }
        catch (JsonException e)
        {
            throw Unreadable(answer, e);
        }
    }

    private static ConnectorException Unreadable(Answer answer, Exception? inner) =>
        new(answer.Status, "UnreadableAnswer", ConnectorReaction.GiveUp, null, deliveryUnknown: true, inner);

    /// <param name="ServiceUrl">Base address, with or without a slash at its end.</param>
    /// <param name="Path">Path below it, already percent-encoded.</param>
    private readonly record struct Route(string ServiceUrl, string Path)
    {
        public string Address => $"{ServiceUrl.AsSpan().TrimEnd('/')}/{Path}";
    }

    /// <param name="Method">Verb.</param>
    /// <param name="Route">Where to.</param>
    /// <param name="Body">UTF-8 JSON; empty for none.</param>
    /// <param name="Repeatable">Whether a second delivery does no harm.</param>
    private sealed record Call(HttpMethod Method, Route Route, ReadOnlyMemory<byte> Body, bool Repeatable);

    /// <param name="Status">HTTP status; 0 when there was no answer.</param>
    private sealed record Answer(int Status)
    {
        public ReadOnlyMemory<byte> Body { get; init; }
        public TimeSpan? RetryAfter { get; init; }
        public string CorrelationVector { get; init; } = "";
        public bool WasSent { get; init; } = true;
        public Exception? Cause { get; init; }
        public bool IsSuccess => Status is >= 200 and < 300;
    }
}

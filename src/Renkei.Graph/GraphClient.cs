using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Core;
using Microsoft.Extensions.Logging;
using Renkei.Domain.Calendars;
using Renkei.Graph.Wire;

namespace Renkei.Graph;

/// <summary>Sends calls to Graph: tokens, tries, pauses, batches, and never too many to the mailbox at once. Thread safe.</summary>
internal sealed class GraphClient : IDisposable
{
    /// <summary>Calls in one batch.</summary>
    public const int BatchSize = 20;

    private const int MaxAnswerBytes = 16 * 1024 * 1024;
    private const string Prefer = "outlook.timezone=\"Tokyo Standard Time\", IdType=\"ImmutableId\"";
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient http;
    private readonly GraphOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly GraphTokens tokens;
    private readonly MailboxGate gate;
    private readonly string root;

    public GraphClient(
        HttpClient http,
        TokenCredential credential,
        GraphOptions options,
        TimeProvider clock,
        ILogger log
    )
    {
        options.Check();
        this.http = http;
        this.options = options;
        this.clock = clock;
        this.log = log;
        tokens = new(credential, options.Scope, clock);
        gate = new(options.MailboxCalls);
        root = options.Service.AbsoluteUri.TrimEnd('/');
    }

    /// <summary>Sends one call.</summary>
    /// <exception cref="CalendarException">It was refused, or nobody answered.</exception>
    public async Task<GraphAnswer> SendAsync(GraphCall call, CancellationToken ct)
    {
        Tries tries = new(this, call.Method);
        while (true)
        {
            GraphAnswer answer = await TryAsync(call, tries, ct);
            if (answer.IsSuccess)
            {
                return answer;
            }
            await tries.PauseAsync(answer, ct);
        }
    }

    /// <summary>Sends calls together, 20 at a time; those that have to wait are sent again, without the others.</summary>
    /// <returns>One answer for each call, in their order; refusals are among them.</returns>
    /// <exception cref="CalendarException">Nobody answered, or a call had to wait too long.</exception>
    public async Task<IReadOnlyList<GraphAnswer>> SendManyAsync(IReadOnlyList<GraphCall> calls, CancellationToken ct)
    {
        GraphAnswer[] answers = new GraphAnswer[calls.Count];
        for (int first = 0; first < calls.Count; first += BatchSize)
        {
            int[] chunk = [.. Enumerable.Range(first, Math.Min(BatchSize, calls.Count - first))];
            await SendBatchAsync(calls, chunk, answers, ct);
        }
        return answers;
    }

    /// <summary>The call for a page that Graph gave the address of.</summary>
    /// <exception cref="CalendarException">The address is not Graph's; the token goes nowhere else.</exception>
    public GraphCall NextPage(string link, GraphCall before) =>
        link.StartsWith($"{root}/", StringComparison.OrdinalIgnoreCase)
            ? before with
            {
                Path = link[root.Length..],
            }
            : throw new CalendarException(CalendarFault.Refused, "ForeignNextLink", null, false, null);

    /// <summary>Reads an answer.</summary>
    /// <exception cref="CalendarException">It is not what was expected.</exception>
    public static T Read<T>(GraphAnswer answer, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, type) ?? throw Unreadable(null);
        }
        catch (JsonException e)
        {
            throw Unreadable(e);
        }
    }

    public void Dispose() => tokens.Dispose();

    private static CalendarException Unreadable(Exception? inner) =>
        new(CalendarFault.Refused, "UnreadableAnswer", null, outcomeUnknown: true, inner);

    private async Task SendBatchAsync(
        IReadOnlyList<GraphCall> calls,
        int[] pending,
        GraphAnswer[] answers,
        CancellationToken ct
    )
    {
        Tries tries = new(this, HttpMethod.Post);
        while (true)
        {
            GraphCall batch = new(HttpMethod.Post, "/$batch", BatchBody(calls, pending)) { Places = pending.Length };
            GraphAnswer whole = await TryAsync(batch, tries, ct);
            if (!whole.IsSuccess)
            {
                await tries.PauseAsync(whole, ct);
                continue;
            }
            Dictionary<string, BatchPart> parts = Read(whole, GraphJson.Default.BatchAnswer)
                .Responses.DistinctBy(r => r.Id)
                .ToDictionary(r => r.Id);
            foreach (int call in pending)
            {
                answers[call] = parts.TryGetValue(Id(call), out BatchPart? part) ? AnswerOf(part) : new(0);
            }
            pending = [.. pending.Where(call => GraphErrors.IsPassing(answers[call].Status))];
            if (pending.Length == 0)
            {
                return;
            }
            // The longest pause of all, so that one more batch is enough.
            await tries.PauseAsync(pending.Select(call => answers[call]).MaxBy(a => a.RetryAfter)!, ct);
        }
    }

    private static string Id(int call) => call.ToString(CultureInfo.InvariantCulture);

    private static byte[] BatchBody(IReadOnlyList<GraphCall> calls, int[] pending)
    {
        ArrayBufferWriter<byte> body = new(4096);
        using (Utf8JsonWriter json = new(body))
        {
            json.WriteStartObject();
            json.WriteStartArray("requests"u8);
            foreach (int call in pending)
            {
                json.WriteStartObject();
                json.WriteString("id"u8, Id(call));
                json.WriteString("method"u8, calls[call].Method.Method);
                json.WriteString("url"u8, calls[call].Path);
                json.WriteStartObject("headers"u8);
                json.WriteString("Prefer"u8, Prefer);
                if (!calls[call].Body.IsEmpty)
                {
                    json.WriteString("Content-Type"u8, "application/json");
                }
                json.WriteEndObject();
                if (!calls[call].Body.IsEmpty)
                {
                    json.WritePropertyName("body"u8);
                    json.WriteRawValue(calls[call].Body.Span);
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return body.WrittenSpan.ToArray();
    }

    private static GraphAnswer AnswerOf(BatchPart part)
    {
        string? after = part
            .Headers?.FirstOrDefault(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase))
            .Value;
        return new(part.Status)
        {
            Body =
                part.Body.ValueKind is JsonValueKind.Undefined
                    ? default
                    : JsonMarshal.GetRawUtf8Value(part.Body).ToArray(),
            RetryAfter = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
                ? TimeSpan.FromSeconds(seconds)
                : null,
        };
    }

    /// <summary>One try; a 401 is tried once more with another token, since keys roll over and clocks differ.</summary>
    private async Task<GraphAnswer> TryAsync(GraphCall call, Tries tries, CancellationToken ct)
    {
        string token = await TokenAsync(null, ct);
        GraphAnswer answer = await TryAsync(call, token, tries.Left, ct);
        return answer.Status == 401 ? await TryAsync(call, await TokenAsync(token, ct), tries.Left, ct) : answer;
    }

    private async Task<string> TokenAsync(string? refused, CancellationToken ct)
    {
        using CancellationTokenSource late = new(options.TryLimit, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            return await tokens.GetAsync(refused, either.Token);
        }
#pragma warning disable CA1031 // Every credential has exceptions of its own; callers of the calendar know one.
        catch (Exception e) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.TokenUnavailable(e);
            throw new CalendarException(CalendarFault.SignIn, "TokenUnavailable", null, false, e);
        }
    }

    private async Task<GraphAnswer> TryAsync(GraphCall call, string token, TimeSpan left, CancellationToken ct)
    {
        TimeSpan limit = left < options.TryLimit ? left : options.TryLimit;
        if (limit <= TimeSpan.Zero)
        {
            return new(0) { WasSent = false, Cause = new TimeoutException("No time was left for the call.") };
        }
        using CancellationTokenSource late = new(limit, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        bool sent = false;
        try
        {
            using IDisposable place = await gate.EnterAsync(call.Places, either.Token);
            using HttpRequestMessage request = Request(call, token);
            sent = true;
            using HttpResponseMessage response = await http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                either.Token
            );
            await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, either.Token);
            return new((int)response.StatusCode)
            {
                Body = await response.Content.ReadAsByteArrayAsync(either.Token),
                RetryAfter = RetryAfterOf(response),
                RequestId = response.Headers.TryGetValues("request-id", out IEnumerable<string>? id)
                    ? string.Join(',', id)
                    : "",
            };
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            return new(0) { WasSent = sent, Cause = new TimeoutException("Graph did not answer in time.", e) };
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
            return new(0) { WasSent = reached, Cause = e };
        }
        catch (IOException e)
        {
            return new(0) { Cause = e };
        }
    }

    private HttpRequestMessage Request(GraphCall call, string token)
    {
        HttpRequestMessage request = new(call.Method, new Uri(root + call.Path));
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.TryAddWithoutValidation("client-request-id", Guid.NewGuid().ToString());
        if (call.Eventual)
        {
            request.Headers.TryAddWithoutValidation("ConsistencyLevel", "eventual");
        }
        else if (call.Path != "/$batch" && !call.Path.StartsWith("/places/", StringComparison.Ordinal))
        {
            request.Headers.TryAddWithoutValidation("Prefer", Prefer);
        }
        if (call.IfMatch is { } version)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }
        if (!call.Body.IsEmpty)
        {
            request.Content = new ReadOnlyMemoryContent(call.Body);
            request.Content.Headers.ContentType = Json;
        }
        return request;
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date > clock.GetUtcNow() ? date - clock.GetUtcNow() : TimeSpan.Zero,
            _ => null,
        };

    /// <summary>Counts the tries of one call and its time.</summary>
    private sealed class Tries(GraphClient client, HttpMethod method)
    {
        private readonly long started = client.clock.GetTimestamp();
        private int count;
        private bool maybeDone;

        public TimeSpan Left => client.options.Budget - client.clock.GetElapsedTime(started);

        /// <summary>Waits before the next try.</summary>
        /// <exception cref="CalendarException">There is none: waiting does not help, or takes too long.</exception>
        public async Task PauseAsync(GraphAnswer answer, CancellationToken ct)
        {
            count++;
            string code = GraphErrors.CodeIn(answer.Body);
            maybeDone |= method != HttpMethod.Get && answer.WasSent && GraphErrors.IsAmbiguous(answer.Status);
            TimeSpan pause = answer.RetryAfter ?? client.PauseAfter(count);
            if (!GraphErrors.IsPassing(answer.Status) || count >= client.options.MaxTries || pause >= Left)
            {
                CalendarFault fault = GraphErrors.FaultOf(answer.Status, code);
                client.log.GraphRefused(answer.Status, code, method.Method, answer.RequestId, count, fault);
                throw new CalendarException(fault, code, answer.RetryAfter, maybeDone, answer.Cause);
            }
            client.log.GraphRetries(answer.Status, code, method.Method, answer.RequestId, pause);
            await Task.Delay(pause, client.clock, ct);
        }
    }

    private TimeSpan PauseAfter(int tries) =>
        options.FirstPause * Math.Pow(2, tries - 1) * (RandomNumberGenerator.GetInt32(500, 1501) / 1000.0);
}

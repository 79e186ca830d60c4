using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Renkei.Room.Hosting;
using Renkei.Room.Tokens;
using Renkei.Room.Trouble;
using Renkei.Room.Wire;

namespace Renkei.Room.Client;

/// <summary>How long Teams waits, and how it repeats.</summary>
/// <param name="GiveUpAfter">Time for one answer.</param>
/// <param name="Repeats">How often an unanswered activity is sent again; the last time an invoke has a new id.</param>
/// <param name="PauseBeforeLast">Pause before the last repeat.</param>
internal sealed record Patience(TimeSpan GiveUpAfter, int Repeats, TimeSpan PauseBeforeLast);

/// <summary>Posts activities to the bot as Teams does: with a token, a deadline, and repetition (protocol facts, section 5).</summary>
internal sealed class BotClient(
    RoomAddress address,
    InboundTokens tokens,
    ActivityWriter writer,
    TroubleSwitches trouble,
    WireLog wire,
    HttpClient http
)
{
    /// <summary>Code of the error when no bot is there.</summary>
    public const string Unreachable = "botUnreachable";

    /// <summary>Delivers an activity, with whatever trouble is switched on for its sender or conversation.</summary>
    public async Task<BotAnswer> DeliverAsync(JsonObject activity, Place from, Patience patience, CancellationToken ct)
    {
        string conversation = from.Conversation.Key;
        string person = from.Person.Id;
        BrokenToken? broken = trouble.Strike(TroubleKind.WrongToken, conversation, person) is { } wrong
            ? wrong.Token ?? BrokenToken.WrongKey
            : null;
        bool slow = trouble.Strike(TroubleKind.Slow, conversation, person) is not null;
        bool sameAgain = trouble.Strike(TroubleKind.RepeatSameId, conversation, person) is not null;
        bool renewed = trouble.Strike(TroubleKind.RepeatNewId, conversation, person) is not null;

        BotAnswer answer = await PostAsync(activity, broken, patience.GiveUpAfter, ct);
        if (slow)
        {
            // The bot answered, but too late for Teams: the answer is dropped and the activity repeated at once.
            answer = await PostAsync(activity, broken, patience.GiveUpAfter, ct);
            if (IsInvoke(activity))
            {
                answer = await PostAsync(writer.Renew(activity), broken, patience.GiveUpAfter, ct);
            }
        }
        for (int repeat = 1; repeat <= patience.Repeats && answer.Error?.Code == Codes.TooLate; repeat++)
        {
            bool isLast = repeat == patience.Repeats && repeat > 1;
            if (isLast)
            {
                await Task.Delay(patience.PauseBeforeLast, ct);
            }
            JsonObject again = isLast && IsInvoke(activity) ? writer.Renew(activity) : activity;
            answer = await PostAsync(again, broken, patience.GiveUpAfter, ct);
        }
        if (sameAgain)
        {
            await PostAsync(activity, broken, patience.GiveUpAfter, ct);
        }
        if (renewed)
        {
            await PostAsync(writer.Renew(activity), broken, patience.GiveUpAfter, ct);
        }
        return answer;
    }

    /// <summary>Posts once.</summary>
    public async Task<BotAnswer> PostAsync(
        JsonObject activity,
        BrokenToken? broken,
        TimeSpan giveUpAfter,
        CancellationToken ct
    )
    {
        if (address.BotUrl is not { } bot)
        {
            return Failed(Unreachable, "ボットがまだつながっていません。", "No bot is connected yet.");
        }
        byte[] body = Encoding.UTF8.GetBytes(activity.ToJsonString(JsonAnswers.Readable));
        string serviceUrl = (string)activity["serviceUrl"]!;
        string? authorization = broken is BrokenToken kind
            ? tokens.BrokenHeader(kind, serviceUrl)
            : tokens.GoodHeader(serviceUrl);
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(bot, "api/messages"));
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.TryAddWithoutValidation(
            "MS-CV",
            Convert.ToBase64String(Guid.NewGuid().ToByteArray())[..16] + ".0"
        );
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }
        long started = Stopwatch.GetTimestamp();
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(giveUpAfter);
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, deadline.Token);
            byte[] answer = await response.Content.ReadAsByteArrayAsync(deadline.Token);
            Record(request, body, started, (int)response.StatusCode, Headers(response), answer);
            return Read((int)response.StatusCode, answer);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            Record(request, body, started, 0, [], "(no answer in time)"u8);
            return Failed(Codes.TooLate, "ボットの返事が間に合いませんでした。", "The bot did not answer in time.");
        }
        catch (HttpRequestException e)
        {
            Record(request, body, started, 0, [], Encoding.UTF8.GetBytes($"({e.Message})"));
            return Failed(Unreachable, "ボットにつながりません。", "The bot cannot be reached.");
        }
    }

    private static bool IsInvoke(JsonObject activity) => (string?)activity["type"] == "invoke";

    private static BotAnswer Failed(string code, string ja, string en) => new(0, null, new(code, $"{ja} {en}"));

    private static BotAnswer Read(int status, byte[] answer)
    {
        JsonElement? json = null;
        if (answer.Length > 0)
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(answer);
                json = document.RootElement.Clone();
            }
            catch (JsonException)
            {
                return new(
                    status,
                    null,
                    new(Codes.Unreadable, "ボットの返事が読めません。 The bot's answer is not JSON.")
                );
            }
        }
        return status is >= 200 and < 300
            ? new(status, json, null)
            : new(
                status,
                json,
                new(Codes.Refused, $"ボットが受け付けませんでした（{status}）。 The bot refused it ({status}).")
            );
    }

    private static IEnumerable<KeyValuePair<string, string>> Headers(HttpResponseMessage response) =>
        response
            .Headers.Concat(response.Content.Headers)
            .Select(h => KeyValuePair.Create(h.Key, string.Join(", ", h.Value)));

    private void Record(
        HttpRequestMessage request,
        byte[] body,
        long started,
        int status,
        IEnumerable<KeyValuePair<string, string>> headers,
        ReadOnlySpan<byte> answer
    ) =>
        wire.Record(
            "toBot",
            "POST",
            request.RequestUri!.PathAndQuery,
            status,
            Stopwatch.GetElapsedTime(started),
            request
                .Headers.Concat(request.Content!.Headers)
                .Select(h => KeyValuePair.Create(h.Key, string.Join(", ", h.Value))),
            body,
            headers,
            answer
        );

    private static class Codes
    {
        public const string TooLate = "botTooLate";
        public const string Refused = "botRefused";
        public const string Unreadable = "botAnswerUnreadable";
    }
}

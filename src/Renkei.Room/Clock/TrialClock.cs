using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Renkei.Room.Conversations;
using Renkei.Room.Hosting;
using Renkei.Room.PageApi;

namespace Renkei.Room.Clock;

/// <summary>Moves the room's clock and the bot's with it (<c>PUT /trial/clock</c>, which only a bot on trial has).</summary>
public sealed class TrialClock
{
    private readonly RoomClock clock;
    private readonly RoomLedger ledger;
    private readonly RoomAddress address;
    private readonly RoomEvents events;
    private readonly HttpClient http;
    private readonly string key;
    private readonly ILogger logger;

    internal TrialClock(
        RoomClock clock,
        RoomLedger ledger,
        RoomAddress address,
        RoomEvents events,
        HttpClient http,
        string key,
        ILogger logger
    ) =>
        (this.clock, this.ledger, this.address, this.events, this.http, this.key, this.logger) = (
            clock,
            ledger,
            address,
            events,
            http,
            key,
            logger
        );

    /// <summary>The room's time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Whether the bot took the last move; true before the first.</summary>
    public bool BotFollows { get; private set; } = true;

    /// <summary>Moves to an instant.</summary>
    public Task MoveToAsync(DateTimeOffset now, CancellationToken ct) => SetAsync(clock.OffsetTo(now), null, ct);

    /// <summary>Moves on, or back.</summary>
    public Task MoveByAsync(TimeSpan step, CancellationToken ct) => MoveByAsync(step, null, ct);

    /// <summary>Back to the machine's time.</summary>
    public Task ToMachineTimeAsync(CancellationToken ct) => SetAsync(TimeSpan.Zero, null, ct);

    /// <summary>Moves to when the bot's next reminder is due, if that is ahead.</summary>
    /// <returns>When that is; <see langword="null"/> if the bot plans none or did not say.</returns>
    public Task<DateTimeOffset?> ToNextReminderAsync(CancellationToken ct) => ToNextReminderAsync(null, ct);

    /// <summary>Moves on; <paramref name="moved"/> runs when the room's clock shows the new time and the bot does not know it yet.</summary>
    internal Task MoveByAsync(TimeSpan step, Action? moved, CancellationToken ct) =>
        SetAsync(clock.Offset + step, moved, ct);

    /// <summary>Moves to when the bot's next reminder is due; <paramref name="moved"/> as in <see cref="MoveByAsync(TimeSpan, Action?, CancellationToken)"/>.</summary>
    internal async Task<DateTimeOffset?> ToNextReminderAsync(Action? moved, CancellationToken ct)
    {
        if (await NextDueAsync(ct) is not { } due)
        {
            return null;
        }
        if (due > Now)
        {
            await SetAsync(clock.OffsetTo(due), moved, ct);
        }
        return due;
    }

    internal ClockState State(DateTimeOffset? nextDue = null) =>
        new(Now, clock.Offset.TotalSeconds, BotFollows, nextDue);

    /// <summary>Tells the bot the room's time, e.g. after it was started again.</summary>
    internal async Task TellBotAsync(CancellationToken ct)
    {
        if (address.BotUrl is null)
        {
            return;
        }
        JsonObject body = new() { ["now"] = Now.ToString("O", CultureInfo.InvariantCulture) };
        using HttpRequestMessage request = Request(HttpMethod.Put, "trial/clock");
        request.Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json"));
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, ct);
            BotFollows = response.IsSuccessStatusCode;
            if (!BotFollows)
            {
                Log.BotDidNotFollow(logger, (int)response.StatusCode);
            }
        }
        catch (HttpRequestException)
        {
            // The bot is down; it is told when it comes back.
            BotFollows = false;
            Log.BotDidNotFollow(logger, 0);
        }
    }

    private async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        if (address.BotUrl is null)
        {
            return null;
        }
        using HttpRequestMessage request = Request(HttpMethod.Get, "trial/next-due");
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, ct);
            if (!response.IsSuccessStatusCode)
            {
                return null;
            }
            using JsonDocument body = await JsonDocument.ParseAsync(
                await response.Content.ReadAsStreamAsync(ct),
                cancellationToken: ct
            );
            return
                body.RootElement.TryGetProperty("dueAt", out JsonElement due)
                && due.ValueKind is JsonValueKind.String
                && due.TryGetDateTimeOffset(out DateTimeOffset at)
                ? at
                : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        HttpRequestMessage request = new(method, new Uri(address.BotUrl!, path));
        request.Headers.TryAddWithoutValidation("X-Trial-Key", key);
        return request;
    }

    private async Task SetAsync(TimeSpan offset, Action? moved, CancellationToken ct)
    {
        clock.MoveBy(offset);
        ledger.SetClockOffset(offset);
        moved?.Invoke();
        await TellBotAsync(ct);
        events.Publish("clock", State(), RoomJson.Readable.ClockState);
    }
}

using System.Globalization;
using System.Text.Json;
using Renkei.Room.Client;
using Renkei.Room.Clock;
using Renkei.Room.Conversations;
using Renkei.Room.Hosting;
using Renkei.Room.Scenario;
using Renkei.Room.Trouble;

namespace Renkei.Room.PageApi;

/// <summary>What the page asks for and does; described in docs/practice-room.md.</summary>
internal sealed class PageEndpoints(PracticeRoom room, RoomParts parts)
{
    private const int LongestPage = 200;
    private RoomJson Json { get; } = RoomJson.Readable;

    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/room/api");
        api.MapGet("/state", http => JsonAnswers.WriteAsync(http, 200, State(), Json.PageState));
        api.MapGet("/conversations/{key}/messages", MessagesAsync);
        api.MapPost("/conversations/{key}/say", SayAsync);
        api.MapPost("/conversations/{key}/press", PressAsync);
        api.MapPost("/conversations/{key}/refresh", RefreshAsync);
        api.MapPost("/conversations/{key}/react", ReactAsync);
        api.MapPost("/dialog/submit", SubmitDialogAsync);
        api.MapPost("/compose/query", QueryAsync);
        api.MapPost("/compose/action", ComposeActionAsync);
        api.MapPost("/compose/send", ComposeSendAsync);
        api.MapPost("/files/answer", AnswerFileAsync);
        api.MapPost("/clock", MoveClockAsync);
        api.MapPost("/trouble", TroubleAsync);
        api.MapPost("/bot/kill", KillBotAsync);
        api.MapPost("/bot/start", StartBotAsync);
        api.MapPost("/reset", ResetAsync);
        api.MapPost("/people/{id}/locale", SetLocaleAsync);
        api.MapPost("/people/{id}/install", InstallAsync);
        api.MapGet("/wire", WireAsync);
        api.MapGet("/events", http => EventStream.WriteAsync(http, parts.Events, parts.Stopping));
    }

    private static string Key(HttpContext http) => (string)http.GetRouteValue("key")!;

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;

    private static T Required<T>(T? value, string name)
        where T : class => value ?? throw new BadRequestException($"\"{name}\" is missing.");

    private Task AnswerAsync(HttpContext http, CardAnswer answer)
    {
        if (answer.Error is { } error)
        {
            return JsonAnswers.WriteAsync(http, 200, new ErrorAnswer(error), Json.ErrorAnswer);
        }
        return answer.Body is { } body
            ? JsonAnswers.WriteAsync(http, 200, body, Json.JsonElement)
            : JsonAnswers.WriteAsync(http, 200, new EmptyEvent(), Json.EmptyEvent);
    }

    private Task DoneAsync(HttpContext http) => JsonAnswers.WriteAsync(http, 200, new EmptyEvent(), Json.EmptyEvent);

    private PageState State() =>
        new(
            "ja",
            [
                .. parts.Prefecture.People.Select(p => new PersonState(
                    p.Id,
                    p.Name,
                    p.Role,
                    p.Place,
                    parts.Ledger.LocaleOf(p),
                    p.Colour,
                    parts.Ledger.IsInstalled(p.PersonalChat),
                    p.Notes
                )),
            ],
            [.. parts.Prefecture.Conversations.Select(ConversationOf)],
            parts.Clock.State(),
            parts.TroubleStates(),
            parts.Bot.State,
            parts.Lesson.State
        );

    private ConversationState ConversationOf(RoomConversation c)
    {
        RoomMessage? last = parts.Ledger.Last(c.Key);
        return new(c.Key, c.Kind, c.Title, c.Members, last?.At, last?.Id);
    }

    private async Task MessagesAsync(HttpContext http)
    {
        Place place = parts.Teams.Place(http.Request.Query["viewer"], Key(http));
        int limit = Math.Clamp(Number(http.Request.Query["limit"], 50), 1, LongestPage);
        (IReadOnlyList<RoomMessage> messages, bool more) = parts.Ledger.Page(
            place.Conversation.Key,
            place.Person.Id,
            http.Request.Query["before"],
            limit
        );
        MessagesAnswer answer = new([.. messages.Select(m => MessageView.For(m, place.Person.Id))], more);
        await JsonAnswers.WriteAsync(http, 200, answer, Json.MessagesAnswer);
    }

    private async Task SayAsync(HttpContext http)
    {
        SayRequest say = await JsonAnswers.ReadAsync(http, Json.SayRequest);
        Place place = parts.Teams.Place(say.Person, Key(http), say.ReplyTo);
        string text = Required(say.Text, "text").Trim();
        if (text.Length == 0 && !say.Mention)
        {
            throw new BadRequestException("There is nothing to say.");
        }
        await WriteSaidAsync(http, place, text, say.Mention, null);
    }

    private async Task ComposeSendAsync(HttpContext http)
    {
        ComposeSendRequest send = await JsonAnswers.ReadAsync(http, Json.ComposeSendRequest);
        Place place = parts.Teams.Place(send.Person, send.Conversation);
        JsonElement attachment = send.Attachment is { ValueKind: JsonValueKind.Object } chosen
            ? chosen
            : throw new BadRequestException("\"attachment\" is missing.");
        await WriteSaidAsync(http, place, "", false, [attachment]);
    }

    // The page gets the message at once; what the bot thinks of it arrives as events.
    private async Task WriteSaidAsync(
        HttpContext http,
        Place place,
        string text,
        bool mention,
        IReadOnlyList<JsonElement>? attachments
    )
    {
        (RoomMessage message, Task<BotAnswer?> delivery) = parts.Teams.Say(
            place,
            text,
            mention,
            attachments,
            parts.Stopping
        );
        parts.Background.Follow(
            delivery,
            answer =>
            {
                if (answer?.Error is { } error)
                {
                    parts.Notices.Toast(place, message.Id, error.Message, "problem");
                }
            }
        );
        await JsonAnswers.WriteAsync(http, 200, MessageView.For(message, place.Person.Id), Json.MessageView);
    }

    private async Task PressAsync(HttpContext http)
    {
        PressRequest press = await JsonAnswers.ReadAsync(http, Json.PressRequest);
        Place place = parts.Teams.Place(press.Person, Key(http));
        await AnswerAsync(
            http,
            await parts.Teams.PressAsync(
                place,
                Required(press.MessageId, "messageId"),
                Required(press.Action, "action"),
                press.Inputs,
                press.AsSubmit,
                parts.Stopping
            )
        );
    }

    private async Task RefreshAsync(HttpContext http)
    {
        MessageRequest refresh = await JsonAnswers.ReadAsync(http, Json.MessageRequest);
        Place place = parts.Teams.Place(refresh.Person, Key(http));
        await AnswerAsync(
            http,
            await parts.Teams.RefreshAsync(place, Required(refresh.MessageId, "messageId"), parts.Stopping)
        );
    }

    private async Task ReactAsync(HttpContext http)
    {
        MessageRequest react = await JsonAnswers.ReadAsync(http, Json.MessageRequest);
        Place place = parts.Teams.Place(react.Person, Key(http));
        BotAnswer? answer = await parts.Teams.ReactAsync(
            place,
            Required(react.MessageId, "messageId"),
            Required(react.Type, "type"),
            parts.Stopping
        );
        await AnswerAsync(http, new(null, answer?.Error));
    }

    private async Task SubmitDialogAsync(HttpContext http)
    {
        DialogRequest dialog = await JsonAnswers.ReadAsync(http, Json.DialogRequest);
        Place place = parts.Teams.Place(dialog.Person, dialog.Conversation);
        await AnswerAsync(http, await parts.Teams.SubmitDialogAsync(place, dialog.Data, parts.Stopping));
    }

    private async Task QueryAsync(HttpContext http)
    {
        QueryRequest query = await JsonAnswers.ReadAsync(http, Json.QueryRequest);
        Place place = parts.Teams.Place(query.Person, query.Conversation);
        await AnswerAsync(
            http,
            await parts.Teams.QueryAsync(
                place,
                Required(query.CommandId, "commandId"),
                query.Parameter ?? "query",
                query.Text ?? "",
                parts.Stopping
            )
        );
    }

    private async Task ComposeActionAsync(HttpContext http)
    {
        ComposeActionRequest action = await JsonAnswers.ReadAsync(http, Json.ComposeActionRequest);
        Place place = parts.Teams.Place(action.Person, action.Conversation);
        await AnswerAsync(
            http,
            await parts.Teams.ComposeActionAsync(
                place,
                Required(action.CommandId, "commandId"),
                action.MessageId,
                action.Data,
                parts.Stopping
            )
        );
    }

    private async Task AnswerFileAsync(HttpContext http)
    {
        MessageRequest file = await JsonAnswers.ReadAsync(http, Json.MessageRequest);
        Place place = parts.Teams.Place(file.Person, file.Conversation);
        await AnswerAsync(
            http,
            await parts.Teams.AnswerFileAsync(place, Required(file.MessageId, "messageId"), file.Accept, parts.Stopping)
        );
    }

    private async Task MoveClockAsync(HttpContext http)
    {
        ClockRequest move = await JsonAnswers.ReadAsync(http, Json.ClockRequest);
        DateTimeOffset? due = null;
        switch (move)
        {
            case { Now: { } now }:
                await parts.Clock.MoveToAsync(now, http.RequestAborted);
                break;
            case { AddSeconds: { } seconds } when Math.Abs(seconds) <= TimeSpan.FromDays(3660).TotalSeconds:
                await parts.Clock.MoveByAsync(TimeSpan.FromSeconds(seconds), http.RequestAborted);
                break;
            case { To: "now" }:
                await parts.Clock.ToMachineTimeAsync(http.RequestAborted);
                break;
            case { To: "nextReminder" }:
                due = await parts.Clock.ToNextReminderAsync(http.RequestAborted);
                break;
            default:
                throw new BadRequestException("A move names now, addSeconds (up to ten years) or to.");
        }
        await JsonAnswers.WriteAsync(http, 200, parts.Clock.State(due), Json.ClockState);
    }

    private async Task TroubleAsync(HttpContext http)
    {
        TroubleRequest request = await JsonAnswers.ReadAsync(http, Json.TroubleRequest);
        TroubleTarget target = Required(request.Target, "target");
        TroubleKind kind = request.Kind ?? throw new BadRequestException("\"kind\" is missing.");
        TroubleSettings settings = request.Settings ?? new();
        await room.SetTroubleAsync(
            target,
            kind,
            request.On,
            request.Count is int count ? settings with { Remaining = count } : settings,
            http.RequestAborted
        );
        await JsonAnswers.WriteAsync(http, 200, new TroubleEvent(parts.TroubleStates()), Json.TroubleEvent);
    }

    private async Task KillBotAsync(HttpContext http)
    {
        RequireControl();
        await parts.Bot.KillAsync(http.RequestAborted);
        await JsonAnswers.WriteAsync(http, 200, parts.Bot.State, Json.BotState);
    }

    private async Task StartBotAsync(HttpContext http)
    {
        RequireControl();
        await room.StartBotAsync(parts.Stopping);
        await JsonAnswers.WriteAsync(http, 200, parts.Bot.State, Json.BotState);
    }

    private void RequireControl()
    {
        if (!parts.Bot.State.Controlled)
        {
            throw new BadRequestException("The room did not start the bot and cannot control it.", 409);
        }
    }

    private async Task ResetAsync(HttpContext http)
    {
        await room.ResetAsync(parts.Stopping);
        await DoneAsync(http);
    }

    private async Task SetLocaleAsync(HttpContext http)
    {
        LocaleRequest request = await JsonAnswers.ReadAsync(http, Json.LocaleRequest);
        RoomPerson person = parts.Teams.FindPerson((string)http.GetRouteValue("id")!);
        string locale = Required(request.Locale, "locale");
        if (locale.Length is < 2 or > 20 || !locale.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new BadRequestException("A locale looks like ja-JP or en-GB.");
        }
        parts.Ledger.SetLocale(person, locale);
        parts.Events.Publish("people", new EmptyEvent(), Json.EmptyEvent);
        await DoneAsync(http);
    }

    private async Task InstallAsync(HttpContext http)
    {
        RoomPerson person = parts.Teams.FindPerson((string)http.GetRouteValue("id")!);
        Place place = parts.Teams.Place(person.Id, person.PersonalChat);
        BotAnswer? answer = await parts.Teams.InstallAsync(place, parts.Stopping);
        await AnswerAsync(http, new(null, answer?.Error));
    }

    private async Task WireAsync(HttpContext http)
    {
        _ = long.TryParse(http.Request.Query["after"], CultureInfo.InvariantCulture, out long after);
        int limit = Math.Clamp(Number(http.Request.Query["limit"], LongestPage), 1, Wire.WireLog.Capacity);
        await JsonAnswers.WriteAsync(http, 200, new WireAnswer(room.Wire.After(after, limit)), Json.WireAnswer);
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Renkei.Activities.Connector;
using Renkei.Activities.Wire;

namespace Renkei.Activities.Turns;

/// <summary>Tells the person of a turn one sentence, in the place where that kind of turn shows it.</summary>
internal static class TurnNotice
{
    /// <summary>The answer of an invoke that shows a sentence instead of a result (protocols: Bot Framework, section 6).</summary>
    public static InvokeReply InReplyTo(string invoke, string text) =>
        invoke switch
        {
            InvokeNames.CardAction => CardActionBody.Message(text),
            InvokeNames.TaskFetch
            or InvokeNames.TaskSubmit
            or InvokeNames.ComposeFetchTask
            or InvokeNames.ComposeSubmitAction => Write("task"u8, "value"u8, text),
            InvokeNames.ComposeQuery => Write("composeExtension"u8, "text"u8, text),
            _ => InvokeReply.Done,
        };

    /// <summary>
    /// Says a sentence in the conversation of a message; nobody waits for other activities. Gives up after <paramref name="limit"/>:
    /// the connector may be what is slow.
    /// </summary>
    public static async Task SayAsync(
        Turn turn,
        string text,
        TimeSpan limit,
        TimeProvider clock,
        ILogger log,
        CancellationToken ct
    )
    {
        if (turn.Activity.Type != ActivityTypes.Message)
        {
            return;
        }
        using CancellationTokenSource late = new(limit, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            await turn.SendAsync(OutgoingActivity.Plain(text), either.Token);
        }
        catch (ConnectorException e)
        {
            log.NoticeNotSaid(turn.Activity.Id, e);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            log.NoticeNotSaid(turn.Activity.Id, e);
        }
    }

    private static InvokeReply Write(ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> property, string text)
    {
        ArrayBufferWriter<byte> body = new(512);
        using Utf8JsonWriter json = new(body, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartObject(envelope);
        json.WriteString("type"u8, "message"u8);
        json.WriteString(property, text);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return new InvokeReply(200, body.WrittenMemory);
    }
}

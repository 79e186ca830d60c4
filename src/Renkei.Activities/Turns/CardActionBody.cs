using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Renkei.Activities.Turns;

/// <summary>
/// The body an adaptiveCard/action is answered with (protocols: Bot Framework, section 6). The HTTP status is 200 for every processed
/// invoke; the outcome is inside.
/// </summary>
internal static class CardActionBody
{
    private static readonly JsonWriterOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // The card comes from our own serializer, and a card is the largest thing in the hottest answer.
        SkipValidation = true,
    };

    public static InvokeReply Of(CardReply reply) =>
        reply switch
        {
            CardReply.Card card => Card(card.Json),
            CardReply.Message message => Message(message.Text),
            // Teams knows 400 and 500 here and nothing else; the code still says which of our refusals it was.
            CardReply.Refusal refusal => Error(refusal.Status >= 500 ? 500 : 400, refusal.Code, refusal.Text),
            _ => throw new ArgumentException($"No body for {reply.GetType()}.", nameof(reply)),
        };

    public static InvokeReply Message(string text) =>
        Write(200, "application/vnd.microsoft.activity.message", json => json.WriteStringValue(text));

    public static InvokeReply Error(int status, string code, string text) =>
        Write(
            status,
            "application/vnd.microsoft.error",
            json =>
            {
                json.WriteStartObject();
                json.WriteString("code"u8, code);
                json.WriteString("message"u8, text);
                json.WriteEndObject();
            }
        );

    private static InvokeReply Card(ReadOnlyMemory<byte> card) =>
        Write(
            200,
            "application/vnd.microsoft.card.adaptive",
            json => json.WriteRawValue(card.Span, skipInputValidation: true),
            card.Length
        );

    private static InvokeReply Write(int status, string type, Action<Utf8JsonWriter> value, int size = 0)
    {
        ArrayBufferWriter<byte> body = new(size + 256);
        using Utf8JsonWriter json = new(body, Relaxed);
        json.WriteStartObject();
        json.WriteNumber("statusCode"u8, status);
        json.WriteString("type"u8, type);
        json.WritePropertyName("value"u8);
        value(json);
        json.WriteEndObject();
        json.Flush();
        return new InvokeReply(200, body.WrittenMemory);
    }
}

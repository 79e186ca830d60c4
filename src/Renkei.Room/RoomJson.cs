using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Renkei.Room.Conversations;
using Renkei.Room.Lesson;
using Renkei.Room.PageApi;

namespace Renkei.Room;

/// <summary>JSON of the page's interface and of the journal.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(JournalLine))]
[JsonSerializable(typeof(PageState))]
[JsonSerializable(typeof(MessageView))]
[JsonSerializable(typeof(MessagesAnswer))]
[JsonSerializable(typeof(WireAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(MessageEvent))]
[JsonSerializable(typeof(ToastEvent))]
[JsonSerializable(typeof(ConversationEvent))]
[JsonSerializable(typeof(WireEvent))]
[JsonSerializable(typeof(EmptyEvent))]
[JsonSerializable(typeof(TroubleEvent))]
[JsonSerializable(typeof(ClockState))]
[JsonSerializable(typeof(BotState))]
[JsonSerializable(typeof(LessonState))]
[JsonSerializable(typeof(LessonPlan))]
[JsonSerializable(typeof(SayRequest))]
[JsonSerializable(typeof(PressRequest))]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(DialogRequest))]
[JsonSerializable(typeof(QueryRequest))]
[JsonSerializable(typeof(ComposeActionRequest))]
[JsonSerializable(typeof(ComposeSendRequest))]
[JsonSerializable(typeof(ClockRequest))]
[JsonSerializable(typeof(TroubleRequest))]
[JsonSerializable(typeof(LocaleRequest))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class RoomJson : JsonSerializerContext
{
    /// <summary>Camel case, without nulls, and Japanese written as it is instead of six bytes a letter.</summary>
    public static RoomJson Readable { get; } =
        new(
            new JsonSerializerOptions(JsonSerializerDefaults.Web)
            {
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                NumberHandling = JsonNumberHandling.Strict,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}

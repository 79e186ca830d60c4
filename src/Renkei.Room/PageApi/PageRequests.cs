using System.Text.Json;
using Renkei.Room.Client;
using Renkei.Room.Conversations;
using Renkei.Room.Trouble;
using Renkei.Room.Wire;

namespace Renkei.Room.PageApi;

internal sealed record SayRequest(string? Person, string? Text, bool Mention = false, string? ReplyTo = null);

internal sealed record PressRequest(
    string? Person,
    string? MessageId,
    CardPress? Action,
    JsonElement? Inputs = null,
    bool AsSubmit = false
);

internal sealed record MessageRequest(
    string? Person,
    string? MessageId,
    string? Conversation = null,
    string? Type = null,
    bool Accept = false
);

internal sealed record DialogRequest(string? Person, string? Conversation, JsonElement? Data = null);

internal sealed record QueryRequest(
    string? Person,
    string? Conversation,
    string? CommandId,
    string? Text = null,
    string? Parameter = null
);

internal sealed record ComposeActionRequest(
    string? Person,
    string? Conversation,
    string? CommandId,
    string? MessageId = null,
    JsonElement? Data = null
);

internal sealed record ComposeSendRequest(string? Person, string? Conversation, JsonElement? Attachment = null);

internal sealed record ClockRequest(DateTimeOffset? Now = null, double? AddSeconds = null, string? To = null);

internal sealed record TroubleRequest(
    TroubleTarget? Target,
    TroubleKind? Kind,
    bool On,
    int? Count = null,
    TroubleSettings? Settings = null
);

internal sealed record LocaleRequest(string? Locale);

internal sealed record MessagesAnswer(IReadOnlyList<MessageView> Messages, bool More);

internal sealed record WireAnswer(IReadOnlyList<WireEntry> Entries);

internal sealed record ErrorAnswer(RoomError Error);

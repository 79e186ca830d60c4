using Renkei.Room.Conversations;

namespace Renkei.Room.PageApi;

/// <summary>A message came, changed or went; <c>Person</c> is set where it is that person's view alone.</summary>
internal sealed record MessageEvent(string Conversation, string? Person, string MessageId, MessageView Message);

/// <summary>A short text for one person, under a message where one is named.</summary>
internal sealed record ToastEvent(string Conversation, string Person, string? MessageId, string Text, string Kind);

/// <summary>Something in a conversation.</summary>
internal sealed record ConversationEvent(string Conversation);

/// <summary>A request between the room and the bot; the rest is in the wire log.</summary>
internal sealed record WireEvent(
    long N,
    DateTimeOffset At,
    string Direction,
    string Method,
    string Path,
    int Status,
    double Milliseconds
);

/// <summary>Nothing to say beyond the event's name.</summary>
internal sealed record EmptyEvent;

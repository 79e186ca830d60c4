using Renkei.Room.Conversations;
using Renkei.Room.PageApi;

namespace Renkei.Room.Client;

/// <summary>Short texts for one person, and what else the page has to hear at once.</summary>
internal sealed class Notices(RoomEvents events)
{
    public void Toast(Place place, string? messageId, string text, string kind) =>
        events.Publish(
            "toast",
            new ToastEvent(place.Conversation.Key, place.Person.Id, messageId, text, kind),
            RoomJson.Readable.ToastEvent
        );

    public void Typing(string conversation) =>
        events.Publish("typing", new ConversationEvent(conversation), RoomJson.Readable.ConversationEvent);

    /// <summary>Tells the page what happened to a message.</summary>
    public void Message(RoomMessage message, MessageChange change)
    {
        if (change.Kind == MessageChangeKind.PrivateCard)
        {
            PrivateCard(message, change.Person!);
            return;
        }
        string kind = change.Kind switch
        {
            MessageChangeKind.Posted => "message",
            MessageChangeKind.Deleted => "messageDeleted",
            _ => "messageUpdated",
        };
        MessageView shared = MessageView.For(message, message.OnlyFor);
        events.Publish(
            kind,
            new MessageEvent(message.Conversation, message.OnlyFor, message.Id, shared),
            RoomJson.Readable.MessageEvent
        );
        // A reaction leaves the cards of single people as they are.
        foreach (string person in message.PrivateCards.Keys)
        {
            PrivateCard(message, person);
        }
    }

    private void PrivateCard(RoomMessage message, string person) =>
        events.Publish(
            "privateCard",
            new MessageEvent(message.Conversation, person, message.Id, MessageView.For(message, person)),
            RoomJson.Readable.MessageEvent
        );
}

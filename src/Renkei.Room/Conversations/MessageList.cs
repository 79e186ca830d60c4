namespace Renkei.Room.Conversations;

/// <summary>The messages of one conversation in the order they were said.</summary>
internal sealed class MessageList
{
    private readonly List<RoomMessage> messages = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public RoomMessage? Find(string id) => places.TryGetValue(id, out int at) ? messages[at] : null;

    public void Put(RoomMessage message)
    {
        if (places.TryGetValue(message.Id, out int at))
        {
            messages[at] = message;
            return;
        }
        places[message.Id] = messages.Count;
        messages.Add(message);
    }

    public (IReadOnlyList<RoomMessage> Messages, bool More) Page(string? viewer, string? before, int limit)
    {
        int end = before is not null && places.TryGetValue(before, out int at) ? at : messages.Count;
        List<RoomMessage> page = [];
        int next = end - 1;
        for (; next >= 0 && page.Count < limit; next--)
        {
            if (messages[next].IsVisibleTo(viewer))
            {
                page.Add(messages[next]);
            }
        }
        page.Reverse();
        return (page, messages.Take(next + 1).Any(m => m.IsVisibleTo(viewer)));
    }

    public RoomMessage? LastShared()
    {
        for (int at = messages.Count - 1; at >= 0; at--)
        {
            if (messages[at].OnlyFor is null)
            {
                return messages[at];
            }
        }
        return null;
    }

    public void Clear()
    {
        messages.Clear();
        places.Clear();
    }
}

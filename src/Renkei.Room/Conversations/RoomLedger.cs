using Renkei.Room.Clock;
using Renkei.Room.Scenario;

namespace Renkei.Room.Conversations;

/// <summary>What the room remembers: messages, installations, languages, files. Safe for many threads.</summary>
internal sealed class RoomLedger : IDisposable
{
    private readonly Lock gate = new();
    private readonly RoomClock clock;
    private readonly Journal? journal;
    private readonly Dictionary<string, MessageList> conversations = new(StringComparer.Ordinal);
    private readonly HashSet<string> installed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> locales = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RoomFile> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> lessonSteps = new(StringComparer.Ordinal);
    private readonly HashSet<long> takenIds = [];

    public RoomLedger(HikariPrefecture prefecture, RoomClock clock, Journal? journal, IEnumerable<JournalLine> lines)
    {
        this.clock = clock;
        this.journal = journal;
        foreach (RoomConversation conversation in prefecture.Conversations)
        {
            conversations[conversation.Key] = new();
        }
        foreach (JournalLine line in lines)
        {
            Apply(line);
        }
    }

    /// <summary>Raised outside the lock after a message was added or changed.</summary>
    public event Action<RoomMessage, MessageChange>? Written;

    public DateTimeOffset Now => clock.GetUtcNow();

    public RoomMessage? Find(string conversation, string? id)
    {
        lock (gate)
        {
            return id is null ? null : conversations.GetValueOrDefault(conversation)?.Find(id);
        }
    }

    /// <summary>The last messages before one, as one person sees them, oldest first.</summary>
    public (IReadOnlyList<RoomMessage> Messages, bool More) Page(
        string conversation,
        string? viewer,
        string? before,
        int limit
    )
    {
        lock (gate)
        {
            return conversations[conversation].Page(viewer, before, limit);
        }
    }

    /// <summary>The newest message everybody sees; <see langword="null"/> in an empty conversation.</summary>
    public RoomMessage? Last(string conversation)
    {
        lock (gate)
        {
            return conversations[conversation].LastShared();
        }
    }

    /// <summary>Adds a message; <paramref name="write"/> gets its id and time.</summary>
    public RoomMessage Post(Func<string, DateTimeOffset, RoomMessage> write)
    {
        RoomMessage message;
        lock (gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            long id = now.ToUnixTimeMilliseconds();
            while (takenIds.Contains(id))
            {
                id++;
            }
            message = write(id.ToString(System.Globalization.CultureInfo.InvariantCulture), now);
            Keep(new() { Message = message });
        }
        Written?.Invoke(message, new(MessageChangeKind.Posted));
        return message;
    }

    /// <summary>Changes a message; <see langword="null"/> if there is none.</summary>
    public RoomMessage? Change(
        string conversation,
        string id,
        MessageChange kind,
        Func<RoomMessage, RoomMessage> change
    )
    {
        RoomMessage message;
        lock (gate)
        {
            if (conversations.GetValueOrDefault(conversation)?.Find(id) is not { } old)
            {
                return null;
            }
            message = change(old);
            Keep(new() { Message = message });
        }
        Written?.Invoke(message, kind);
        return message;
    }

    public bool IsInstalled(string conversation)
    {
        lock (gate)
        {
            return installed.Contains(conversation);
        }
    }

    /// <summary>Whether this changed anything.</summary>
    public bool SetInstalled(string conversation, bool value)
    {
        lock (gate)
        {
            if (installed.Contains(conversation) == value)
            {
                return false;
            }
            Keep(new() { Installed = new(conversation, value) });
            return true;
        }
    }

    public string LocaleOf(RoomPerson person)
    {
        lock (gate)
        {
            return locales.GetValueOrDefault(person.Id, person.Locale);
        }
    }

    public void SetLocale(RoomPerson person, string locale)
    {
        lock (gate)
        {
            Keep(new() { Locale = new(person.Id, locale) });
        }
    }

    public void SetClockOffset(TimeSpan offset)
    {
        lock (gate)
        {
            Keep(new() { ClockOffsetSeconds = offset.TotalSeconds });
        }
    }

    public void AddFile(RoomFile file)
    {
        lock (gate)
        {
            Keep(new() { File = file });
        }
    }

    public RoomFile? FindFile(string id)
    {
        lock (gate)
        {
            return files.GetValueOrDefault(id);
        }
    }

    public IReadOnlySet<string> LessonSteps
    {
        get
        {
            lock (gate)
            {
                return lessonSteps.ToHashSet(StringComparer.Ordinal);
            }
        }
    }

    public void AddLessonStep(string id)
    {
        lock (gate)
        {
            Keep(new() { LessonStep = id });
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            journal?.Clear();
            foreach (MessageList messages in conversations.Values)
            {
                messages.Clear();
            }
            installed.Clear();
            locales.Clear();
            files.Clear();
            lessonSteps.Clear();
            takenIds.Clear();
            clock.MoveBy(TimeSpan.Zero);
        }
    }

    public void Dispose() => journal?.Dispose();

    private void Keep(JournalLine line)
    {
        journal?.Append(line);
        Apply(line);
    }

    private void Apply(JournalLine line)
    {
        if (line.Message is { } message && conversations.TryGetValue(message.Conversation, out MessageList? messages))
        {
            messages.Put(message);
            takenIds.Add(long.Parse(message.Id, System.Globalization.CultureInfo.InvariantCulture));
        }
        if (line.Installed is { } change)
        {
            _ = change.Value ? installed.Add(change.Conversation) : installed.Remove(change.Conversation);
        }
        if (line.Locale is { } locale)
        {
            locales[locale.Person] = locale.Locale;
        }
        if (line.ClockOffsetSeconds is { } seconds)
        {
            clock.MoveBy(TimeSpan.FromSeconds(seconds));
        }
        if (line.File is { } file)
        {
            files[file.Id] = file;
        }
        if (line.LessonStep is { } step)
        {
            lessonSteps.Add(step);
        }
    }
}

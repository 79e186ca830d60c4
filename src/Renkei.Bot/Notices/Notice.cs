using System.Text.Json.Serialization;
using Renkei.Activities.Connector;
using Renkei.Bot.People;
using Renkei.Domain;

namespace Renkei.Bot.Notices;

/// <summary>One message to one recipient about one thing at one planned time.</summary>
/// <param name="Key">
/// Unique and stable within its owner, e.g. <c>c10.2026-12-04.{object id}</c>; follows the rules of row keys. What is sent once under a
/// key is not sent again under it, so the key holds whatever makes it another message, such as the date it is about.
/// </param>
/// <param name="Series">
/// Messages of which only the newest matters, e.g. the countdown to one council. After an outage only the newest due one of a series is
/// sent to each recipient; the older ones are skipped.
/// </param>
/// <param name="Category">The kind people can opt out of, e.g. <c>council-reminder</c>.</param>
/// <param name="To">Who gets it.</param>
/// <param name="DueAt">When (UTC). In the past means at once.</param>
internal sealed record Notice(string Key, string Series, string Category, NoticeTarget To, DateTimeOffset DueAt)
{
    /// <summary>
    /// For a card that stays up to date for everybody who sees it: names what it shows now, e.g. the revision of what it is about. When it is
    /// another one than was sent last, the message is replaced in place (PUT). <see langword="null"/> for what is sent once.
    /// </summary>
    public string? Version { get; init; }

    /// <summary>
    /// The least real time from one replacement of the message to the next, for cards many people change at once; zero for none. What changes
    /// meanwhile is shown by the next one.
    /// </summary>
    public TimeSpan Between { get; init; }
}

/// <summary>Who gets a notice.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Person), "person")]
[JsonDerivedType(typeof(Conversation), "conversation")]
internal abstract record NoticeTarget
{
    private NoticeTarget() { }

    /// <summary>Somebody, in their chat with Renkei, by Entra object id.</summary>
    public sealed record Person(string ObjectId) : NoticeTarget;

    /// <summary>Everybody of a conversation.</summary>
    public sealed record Conversation(ConversationAddress Address) : NoticeTarget;
}

/// <summary>Whom a message is written for.</summary>
/// <param name="Language">The language of their Teams as last seen; Japanese for conversations.</param>
/// <param name="UserId">The <c>29:…</c> id, for cards that refresh themselves; empty for conversations.</param>
/// <param name="Person">What is kept of them; <see langword="null"/> for conversations.</param>
internal sealed record NoticeReader(Language Language, string UserId, PersonRecord? Person);

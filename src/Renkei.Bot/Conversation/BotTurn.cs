using System.Diagnostics.CodeAnalysis;
using Renkei.Activities.Turns;
using Renkei.Bot.People;
using Renkei.Domain;
using Renkei.Domain.People;

namespace Renkei.Bot.Conversation;

/// <summary>A turn with what every feature wants to know: who it is, in which language, and when.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="PersonId">Who, by Entra account.</param>
/// <param name="Record">What is kept of them; <see langword="null"/> for somebody Renkei never met.</param>
/// <param name="Language">Japanese, unless the user's Teams is in another language.</param>
/// <param name="Now">One moment for the whole turn (UTC).</param>
internal sealed record BotTurn(
    Turn Turn,
    PersonId PersonId,
    PersonRecord? Record,
    Language Language,
    DateTimeOffset Now
)
{
    /// <summary>Who they are in Renkei; <see langword="null"/> until they said where they work.</summary>
    public Person? Person => Record?.Person;

    /// <summary>Whether they said where they work, as far as it has to be known.</summary>
    [MemberNotNullWhen(true, nameof(Person))]
    public bool IsMember => Person is { IsPlaced: true };

    /// <summary>The tenant all data of this turn belongs to.</summary>
    public string TenantId => PersonId.TenantId;

    /// <summary>Display name as Teams sent it, or as last seen.</summary>
    public string Name => Turn.Activity.From?.Name is { Length: > 0 } name ? name : Record?.Name ?? "";

    /// <summary>Whether this is a chat between one person and the bot.</summary>
    public bool IsPersonal => Turn.IsPersonal;

    /// <summary>The <c>29:…</c> id of the person, for cards that refresh themselves.</summary>
    public string UserId => Turn.Activity.From?.Id ?? "";

    /// <summary>Where to reach the person of a personal chat: this very conversation.</summary>
    public Contact Contact => new(Turn.Address, UserId, Installed: true, Language);

    /// <summary>A text in the person's language.</summary>
    public string In(LocalText text) => text.In(Language);

    /// <summary>The language of a Teams locale: Japanese for <c>ja</c> and <c>ja-JP</c>, English for every other.</summary>
    public static Language LanguageOf(string locale) =>
        locale.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? Language.Japanese : Language.English;
}

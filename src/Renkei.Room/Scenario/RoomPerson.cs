namespace Renkei.Room.Scenario;

/// <summary>Somebody who uses Teams in the sample prefecture. All of them are invented.</summary>
/// <param name="Id">Short readable key, e.g. <c>sato</c>.</param>
/// <param name="Name">Display name.</param>
/// <param name="Role">What she or he does.</param>
/// <param name="Place">Where.</param>
/// <param name="AadObjectId">Entra object id.</param>
/// <param name="Colour">Colour of the avatar, <c>#RRGGBB</c>.</param>
/// <param name="Locale">Teams language at the start, e.g. <c>ja-JP</c>.</param>
/// <param name="Notes">What is special about the person, for the page.</param>
public sealed record RoomPerson(
    string Id,
    Bilingual Name,
    Bilingual Role,
    Bilingual Place,
    string AadObjectId,
    string Colour,
    string Locale = "ja-JP",
    Bilingual? Notes = null
)
{
    /// <summary>The id Teams gives to this bot for the person: <c>29:…</c>, valid for this bot only.</summary>
    public string TeamsId { get; } = TeamsIds.User(Id);

    /// <summary>Sign-in name; never resolvable.</summary>
    public string UserPrincipalName => $"{Id}@hikari.example";

    /// <summary>Key of the chat between this person and the bot.</summary>
    public string PersonalChat => $"personal-{Id}";

    /// <summary>Display name in the language of Teams.</summary>
    public string DisplayName => Locale.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? Name.Ja : Name.En;
}

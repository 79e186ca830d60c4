namespace Renkei.Domain;

/// <summary>A sentence in both languages, side by side so that neither is forgotten.</summary>
/// <param name="Ja">Japanese.</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Ja, string En)
{
    /// <summary>The sentence in one language.</summary>
    public string In(Language language) => language == Language.Japanese ? Ja : En;
}

/// <summary>The languages people read Renkei in.</summary>
public enum Language
{
    /// <summary>Japanese; the default.</summary>
    Japanese,

    /// <summary>English; when the user's Teams language is not Japanese.</summary>
    English,
}

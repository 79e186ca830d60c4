namespace Renkei.Room.Scenario;

/// <summary>A text in both languages of the room.</summary>
/// <param name="Ja">Japanese.</param>
/// <param name="En">English.</param>
public sealed record Bilingual(string Ja, string En);

namespace Renkei.Domain.Time;

/// <summary>A day off by the Act on National Holidays (国民の祝日に関する法律).</summary>
/// <param name="Day">In Japan.</param>
/// <param name="Name">As in the Act: 勤労感謝の日 / Labour Thanksgiving Day.</param>
/// <param name="Kind">By which of its rules.</param>
public sealed record Holiday(DateOnly Day, LocalText Name, HolidayKind Kind);

/// <summary>The rules of the Act that make a day a day off.</summary>
public enum HolidayKind
{
    /// <summary>国民の祝日: listed by name in article 2, or in a special act for one year.</summary>
    National,

    /// <summary>振替休日 (article 3, 2): in place of a national holiday that falls on a Sunday.</summary>
    Substitute,

    /// <summary>国民の休日 (article 3, 3): between two national holidays.</summary>
    Sandwiched,
}

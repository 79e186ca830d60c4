namespace Renkei.Domain.Time;

/// <summary>
/// The one time people read: Asia/Tokyo. Instants are stored in UTC; days and hours are shown, and asked for, in Japan's.
/// </summary>
/// <remarks>
/// Japan has been at UTC+9 without clock changes since 1951, so every local time names exactly one instant, and a fixed
/// offset spares small containers a time zone database.
/// </remarks>
public static class TokyoTime
{
    private const string DayNames = "日月火水木金土";

    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);
    private static readonly string[] DayNamesEn = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    private static readonly string[] MonthNamesEn =
    [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ];

    /// <summary>The same instant with Japan's offset, +09:00.</summary>
    public static DateTimeOffset LocalOf(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The day in Japan at an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(LocalOf(instant).DateTime);

    /// <summary>The time of day in Japan at an instant.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(LocalOf(instant).DateTime);

    /// <summary>The instant, in UTC, of a day and time in Japan.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly time) =>
        new DateTimeOffset(day.ToDateTime(time), Offset).ToUniversalTime();

    /// <summary>The instant, in UTC, at which a day begins in Japan; it ends where the next begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => Instant(day, TimeOnly.MinValue);

    /// <summary>2026年12月4日(金) / Fri 4 Dec 2026.</summary>
    public static string Full(DateOnly day, Language language) =>
        language == Language.Japanese
            ? $"{day.Year}年{day.Month}月{day.Day}日({DayName(day)})"
            : $"{DayNameEn(day)} {day.Day} {MonthNamesEn[day.Month - 1]} {day.Year}";

    /// <summary>2026年12月4日(金) 14:00 / Fri 4 Dec 2026, 14:00.</summary>
    public static string Full(DateTimeOffset instant, Language language) =>
        $"{Full(DateOf(instant), language)}{Before(language)}{Clock(instant)}";

    /// <summary>12/4(金) / Fri 4 Dec. Only where the year is clear from what stands around it.</summary>
    public static string Brief(DateOnly day, Language language) =>
        language == Language.Japanese
            ? $"{day.Month}/{day.Day}({DayName(day)})"
            : $"{DayNameEn(day)} {day.Day} {MonthNamesEn[day.Month - 1]}";

    /// <summary>12/4(金) 14:00 / Fri 4 Dec, 14:00.</summary>
    public static string Brief(DateTimeOffset instant, Language language) =>
        $"{Brief(DateOf(instant), language)}{Before(language)}{Clock(instant)}";

    /// <summary>令和8年12月4日(金); in English Fri 4 Dec, Reiwa 8. For papers that count in eras.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Before 25 December 1926.</exception>
    public static string WithEra(DateOnly day, Language language) =>
        language == Language.Japanese
            ? $"{EraYear.Of(day).Name.Ja}{day.Month}月{day.Day}日({DayName(day)})"
            : $"{Brief(day, language)}, {EraYear.Of(day).Name.En}";

    /// <summary>14:00 in Japan.</summary>
    public static string Clock(DateTimeOffset instant) => Clock(TimeOf(instant));

    /// <summary>14:00; seconds are cut, not rounded.</summary>
    public static string Clock(TimeOnly time) => $"{time.Hour:D2}:{time.Minute:D2}";

    private static string Before(Language language) => language == Language.Japanese ? " " : ", ";

    private static char DayName(DateOnly day) => DayNames[(int)day.DayOfWeek];

    private static string DayNameEn(DateOnly day) => DayNamesEn[(int)day.DayOfWeek];
}

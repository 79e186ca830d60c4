namespace Renkei.Domain.Time;

/// <summary>An era (元号) that people alive today were born or work in.</summary>
public sealed record JapaneseEra
{
    private JapaneseEra(LocalText name, DateOnly firstDay) => (Name, FirstDay) = (name, firstDay);

    /// <summary>From 25 December 1926.</summary>
    public static JapaneseEra Showa { get; } = new(new("昭和", "Showa"), new(1926, 12, 25));

    /// <summary>From 8 January 1989.</summary>
    public static JapaneseEra Heisei { get; } = new(new("平成", "Heisei"), new(1989, 1, 8));

    /// <summary>From 1 May 2019.</summary>
    public static JapaneseEra Reiwa { get; } = new(new("令和", "Reiwa"), new(2019, 5, 1));

    /// <summary>昭和 / Showa, …</summary>
    public LocalText Name { get; }

    /// <summary>Its first day; the era before ended the day before.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>The era of a day in Japan.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Before 昭和, that is before 25 December 1926.</exception>
    public static JapaneseEra Of(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, Showa.FirstDay);
        return day >= Reiwa.FirstDay ? Reiwa
            : day >= Heisei.FirstDay ? Heisei
            : Showa;
    }
}

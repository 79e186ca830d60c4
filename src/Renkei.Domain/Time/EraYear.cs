namespace Renkei.Domain.Time;

/// <summary>A year counted in an era, e.g. 令和8年; the first is written 元年.</summary>
/// <param name="Era">The era.</param>
/// <param name="Number">From 1.</param>
public sealed record EraYear(JapaneseEra Era, int Number)
{
    /// <summary>令和元年 / Reiwa 1.</summary>
    public LocalText Name => new($"{Era.Name.Ja}{(Number == 1 ? "元" : $"{Number}")}年", $"{Era.Name.En} {Number}");

    /// <summary>The era year of a day in Japan.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Before 昭和, that is before 25 December 1926.</exception>
    public static EraYear Of(DateOnly day)
    {
        var era = JapaneseEra.Of(day);
        return new(era, day.Year - era.FirstDay.Year + 1);
    }
}

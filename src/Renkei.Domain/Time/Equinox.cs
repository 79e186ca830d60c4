namespace Renkei.Domain.Time;

/// <summary>
/// The days of the equinoxes in Japan. A straight line through the mean length of the tropical year, with the coefficients in
/// use in Japan (from the Hydrographic Department's 新こよみ便利帳); good for the day from 1980 to 2150.
/// </summary>
/// <remarks>The Act leaves the days to astronomy; the National Observatory announces each in February of the year before.</remarks>
internal static class Equinox
{
    private const double DaysPerYearBeyond365 = 0.242194;

    /// <summary>20 or 21 March.</summary>
    public static DateOnly Vernal(int year) => new(year, 3, Day(year, year < 2100 ? 20.8431 : 21.8510));

    /// <summary>22 or 23 September.</summary>
    public static DateOnly Autumnal(int year) => new(year, 9, Day(year, year < 2100 ? 23.2488 : 24.2488));

    // 2100 is no leap year, which the coefficients from then on take into account.
    private static int Day(int year, double in1980)
    {
        int years = year - 1980;
        return (int)(in1980 + DaysPerYearBeyond365 * years - years / 4);
    }
}

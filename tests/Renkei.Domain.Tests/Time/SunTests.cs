using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Time;

/// <summary>
/// The equinoxes against the sun: Meeus' series for the moment (Astronomical Algorithms, chapter 27), which has nothing in
/// common with the line that the holidays are computed by, and reaches to the end of the century where no list does.
/// </summary>
public sealed class SunTests
{
    // Amplitude, phase and speed in degrees and centuries.
    private static readonly (double A, double B, double C)[] Terms =
    [
        (485, 324.96, 1934.136),
        (203, 337.23, 32964.467),
        (199, 342.08, 20.186),
        (182, 27.85, 445267.112),
        (156, 73.14, 45036.886),
        (136, 171.52, 22518.443),
        (77, 222.54, 65928.934),
        (74, 296.72, 3034.906),
        (70, 243.58, 9037.513),
        (58, 119.81, 33718.147),
        (52, 297.17, 150.678),
        (50, 21.02, 2281.226),
        (45, 247.54, 29929.562),
        (44, 325.15, 31555.956),
        (29, 60.93, 4443.417),
        (18, 155.12, 67555.328),
        (17, 288.79, 4562.452),
        (16, 198.04, 62894.029),
        (14, 199.76, 31436.921),
        (12, 95.39, 14577.848),
        (12, 287.11, 31931.756),
        (12, 320.81, 34777.259),
        (9, 227.73, 1222.114),
        (8, 15.45, 16859.074),
    ];

    [Fact]
    public void On_EquinoxesFrom2000To2100_FollowTheSun()
    {
        for (int year = 2000; year <= 2100; year++)
        {
            Assert.Equal("春分の日", JapaneseHolidays.On(DayInJapan(March(year)))?.Name.Ja);
            Assert.Equal("秋分の日", JapaneseHolidays.On(DayInJapan(September(year)))?.Name.Ja);
        }
    }

    [Fact]
    public void Moment_NoEquinox_IsSoCloseToMidnightThatTheSeriesCouldErr()
    {
        double closest = Enumerable
            .Range(2000, 101)
            .SelectMany(year => (DateTime[])[March(year), September(year)])
            .Select(utc => utc.AddHours(9).TimeOfDay.TotalMinutes)
            .Min(minutes => Math.Min(minutes, 1440 - minutes));

        // The series is good for a minute, and the earth's slowing may add two until 2100.
        Assert.InRange(closest, 4, 1440);
    }

    [Fact]
    public void Moment_In2024_IsAsTheAlmanacSays()
    {
        // 暦要項 for 2024: 20 March 12:06 and 22 September 21:44 in Japan.
        Assert.Equal(new(2024, 3, 20, 3, 6, 0), March(2024), TimeSpan.FromMinutes(1.5));
        Assert.Equal(new(2024, 9, 22, 12, 44, 0), September(2024), TimeSpan.FromMinutes(1.5));
    }

    private static DateOnly DayInJapan(DateTime utc) => DateOnly.FromDateTime(utc.AddHours(9));

    private static DateTime March(int year)
    {
        double y = (year - 2000) / 1000.0;
        return Moment(
            2451623.80984 + 365242.37404 * y + 0.05169 * y * y - 0.00411 * y * y * y - 0.00057 * y * y * y * y
        );
    }

    private static DateTime September(int year)
    {
        double y = (year - 2000) / 1000.0;
        return Moment(
            2451810.21715 + 365242.01767 * y - 0.11575 * y * y + 0.00337 * y * y * y + 0.00078 * y * y * y * y
        );
    }

    private static DateTime Moment(double mean)
    {
        double t = (mean - 2451545.0) / 36525;
        double w = Radians(35999.373 * t - 2.47);
        double lambda = 1 + 0.0334 * Math.Cos(w) + 0.0007 * Math.Cos(2 * w);
        double sum = Terms.Sum(term => term.A * Math.Cos(Radians(term.B + term.C * t)));
        double julianDay = mean + 0.00001 * sum / lambda;
        // Noon of 1 January 2000 is Julian day 2451545; the sun's time runs about 70 seconds ahead of the clocks.
        return new DateTime(2000, 1, 1, 12, 0, 0, DateTimeKind.Utc).AddDays(julianDay - 2451545.0).AddSeconds(-70);
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}

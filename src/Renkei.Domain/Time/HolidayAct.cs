namespace Renkei.Domain.Time;

/// <summary>
/// The national holidays as the Act on National Holidays lists them (article 2), with its amendments since 2000 and the special
/// acts of 2019 to 2021.
/// </summary>
internal static class HolidayAct
{
    private const int First = JapaneseHolidays.FirstYear;
    private const int Last = JapaneseHolidays.LastYear;

    private static readonly LocalText Greenery = new("みどりの日", "Greenery Day");
    private static readonly LocalText Marine = new("海の日", "Marine Day");
    private static readonly LocalText Mountain = new("山の日", "Mountain Day");
    private static readonly LocalText Aged = new("敬老の日", "Respect for the Aged Day");
    private static readonly LocalText Sports = new("スポーツの日", "Sports Day");
    private static readonly LocalText Emperor = new("天皇誕生日", "The Emperor's Birthday");

    /// <summary>In the order of the Act; a year has at most one of each name.</summary>
    public static IReadOnlyList<HolidayRule> Rules { get; } =
    [
        new(new("元日", "New Year's Day"), (First, Last), On(1, 1)),
        new(new("成人の日", "Coming of Age Day"), (First, Last), MondayOf(1, 2)),
        new(new("建国記念の日", "National Foundation Day"), (First, Last), On(2, 11)),
        // The Emperor changed on 1 May 2019, after the one birthday and before the other: that year had none.
        new(Emperor, (First, 2018), On(12, 23)),
        new(Emperor, (2020, Last), On(2, 23)),
        new(new("春分の日", "Vernal Equinox Day"), (First, Last), Equinox.Vernal),
        new(Greenery, (First, 2006), On(4, 29)),
        new(new("昭和の日", "Showa Day"), (2007, Last), On(4, 29)),
        new(new("憲法記念日", "Constitution Day"), (First, Last), On(5, 3)),
        new(Greenery, (2007, Last), On(5, 4)),
        new(new("こどもの日", "Children's Day"), (First, Last), On(5, 5)),
        new(Marine, (First, 2002), On(7, 20)),
        new(Marine, (2003, 2019), MondayOf(7, 3)),
        new(Marine, (2022, Last), MondayOf(7, 3)),
        new(Mountain, (2016, 2019), On(8, 11)),
        new(Mountain, (2022, Last), On(8, 11)),
        new(Aged, (First, 2002), On(9, 15)),
        new(Aged, (2003, Last), MondayOf(9, 3)),
        new(new("秋分の日", "Autumnal Equinox Day"), (First, Last), Equinox.Autumnal),
        new(new("体育の日", "Health and Sports Day"), (First, 2019), MondayOf(10, 2)),
        new(Sports, (2022, Last), MondayOf(10, 2)),
        new(new("文化の日", "Culture Day"), (First, Last), On(11, 3)),
        new(new("勤労感謝の日", "Labour Thanksgiving Day"), (First, Last), On(11, 23)),
        // Accession to the throne (平成30年法律第99号): both days count as national holidays.
        new(new("即位の日", "Day of Accession to the Throne"), (2019, 2019), On(5, 1)),
        new(new("即位礼正殿の儀の行われる日", "Day of the Enthronement Ceremony"), (2019, 2019), On(10, 22)),
        // Moved for the Olympic Games of Tokyo, in 2021 once more after they had been put off by a year.
        new(Marine, (2020, 2020), On(7, 23)),
        new(Sports, (2020, 2020), On(7, 24)),
        new(Mountain, (2020, 2020), On(8, 10)),
        new(Marine, (2021, 2021), On(7, 22)),
        new(Sports, (2021, 2021), On(7, 23)),
        new(Mountain, (2021, 2021), On(8, 8)),
    ];

    private static Func<int, DateOnly> On(int month, int day) => year => new(year, month, day);

    private static Func<int, DateOnly> MondayOf(int month, int nth) =>
        year =>
        {
            DateOnly first = new(year, month, 1);
            int toMonday = ((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7;
            return first.AddDays(toMonday + 7 * (nth - 1));
        };
}

using System.Globalization;

namespace Renkei.Domain.Time;

/// <summary>Days on which an office is closed though the country works, e.g. its foundation day; set by the administrator.</summary>
public abstract record LocalClosure
{
    private const string DayFormat = "yyyy-MM-dd";

    // 29 February is a day to close on, and the year does not matter.
    private const string AnyLeapYear = "2000-";

    private LocalClosure(string name) => Name = name;

    /// <summary>Why, as it is shown to people.</summary>
    public string Name { get; }

    /// <summary>Whether the office is closed on a day.</summary>
    public abstract bool Covers(DateOnly day);

    /// <summary>
    /// Reads <c>2026-06-19 開庁記念日</c> (one day), <c>2026-08-13..2026-08-15 夏の一斉休業</c> (both ends are included) or
    /// <c>06-19 開庁記念日</c> (every year).
    /// </summary>
    /// <exception cref="FormatException">It is none of these; the message quotes it.</exception>
    public static LocalClosure Parse(string text)
    {
        string[] parts = text.Split([' ', '\u3000'], 2, StringSplitOptions.TrimEntries);
        if (parts is [var days, { Length: > 0 } name])
        {
            if (DayOf(AnyLeapYear + days) is { } yearly)
            {
                return new Yearly(yearly.Month, yearly.Day, name);
            }
            DateOnly?[] ends = [.. days.Split("..").Select(DayOf)];
            if (ends is [{ } only])
            {
                return new Once(only, only, name);
            }
            if (ends is [{ } first, { } last] && first <= last)
            {
                return new Once(first, last, name);
            }
        }
        throw new FormatException(
            $"\"{text}\" is no closure. Write 2026-06-19 NAME, 2026-08-13..2026-08-15 NAME or 06-19 NAME."
        );
    }

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : null;

    /// <summary>One day, or several in a row.</summary>
    public sealed record Once : LocalClosure
    {
        /// <summary>From a day to a day.</summary>
        /// <param name="first">The first day.</param>
        /// <param name="last">The last day; it is included.</param>
        /// <param name="name">Why, as it is shown to people.</param>
        /// <exception cref="ArgumentException">It ends before it begins.</exception>
        public Once(DateOnly first, DateOnly last, string name)
            : base(name)
        {
            if (last < first)
            {
                throw new ArgumentException("A closure ends before it begins.", nameof(last));
            }
            (First, Last) = (first, last);
        }

        /// <summary>The first day.</summary>
        public DateOnly First { get; }

        /// <summary>The last day; it is included.</summary>
        public DateOnly Last { get; }

        /// <inheritdoc/>
        public override bool Covers(DateOnly day) => day >= First && day <= Last;
    }

    /// <summary>The same day every year.</summary>
    public sealed record Yearly : LocalClosure
    {
        /// <summary>A day of every year.</summary>
        /// <param name="month">1 to 12.</param>
        /// <param name="day">1 to 31; 29 February is closed in leap years.</param>
        /// <param name="name">Why, as it is shown to people.</param>
        /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
        public Yearly(int month, int day, string name)
            : base(name)
        {
            DateOnly inLeapYear = new(2000, month, day);
            (Month, Day) = (inLeapYear.Month, inLeapYear.Day);
        }

        /// <summary>1 to 12.</summary>
        public int Month { get; }

        /// <summary>1 to 31.</summary>
        public int Day { get; }

        /// <inheritdoc/>
        public override bool Covers(DateOnly day) => day.Month == Month && day.Day == Day;
    }
}

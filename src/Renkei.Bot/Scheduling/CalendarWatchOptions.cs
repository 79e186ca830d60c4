using System.ComponentModel.DataAnnotations;

namespace Renkei.Bot.Scheduling;

/// <summary>How booked meetings are looked after. Section <c>Renkei:CalendarWatch</c>.</summary>
internal sealed class CalendarWatchOptions
{
    public const string Section = "Renkei:CalendarWatch";

    /// <summary>
    /// How often the coming meetings are compared with the calendar. 1 second to 1 hour; default 5 minutes. What is changed in Renkei
    /// reaches the calendar at once whatever this says.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = $"{Section}:Interval is 1 second to 1 hour.")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(5);
}

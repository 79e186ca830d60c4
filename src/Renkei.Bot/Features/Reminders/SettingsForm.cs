using System.Globalization;
using Renkei.Bot.Conversation;
using Renkei.Bot.People;
using Renkei.Domain;
using Texts = Renkei.Bot.Features.Reminders.SettingsTexts;

namespace Renkei.Bot.Features.Reminders;

/// <summary>The notification settings as they stand on the card, right or wrong.</summary>
/// <param name="From">As it came; empty for none.</param>
/// <param name="To">As it came; empty for none.</param>
/// <param name="Days">Days that are quiet all day.</param>
/// <param name="Wanted">Codes of the categories that are wanted.</param>
internal sealed record SettingsForm(string From, string To, IReadOnlyList<DayOfWeek> Days, IReadOnlyList<string> Wanted)
{
    private const string TimeForm = "HH:mm";

    /// <summary>From Monday on, as weeks are read in an office.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
        DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    /// <summary>When the quiet begins, where it can be read.</summary>
    public TimeOnly? FromTime => Time(From);

    /// <summary>When it ends, where it can be read.</summary>
    public TimeOnly? ToTime => Time(To);

    /// <summary>What is wrong with it; <see langword="null"/> where it can be kept.</summary>
    public LocalText? Error =>
        FromTime is null != ToTime is null || (From.Length > 0 && FromTime is null) || (To.Length > 0 && ToTime is null)
            ? Texts.TimeError
        : FromTime is not null && FromTime == ToTime ? Texts.SameTimeError
        : Days.Count == Week.Count ? Texts.AllDaysError
        : null;

    /// <summary>What is to be kept.</summary>
    public NoticePreferences Preferences =>
        new(
            FromTime ?? default,
            ToTime ?? default,
            Days,
            [.. ReminderCategory.Optional.Select(c => c.Code).Except(Wanted)]
        );

    /// <summary>As it is kept.</summary>
    public static SettingsForm Of(NoticePreferences kept)
    {
        bool isQuiet = kept.QuietFrom != kept.QuietTo;
        return new(
            isQuiet ? kept.QuietFrom.ToString(TimeForm, CultureInfo.InvariantCulture) : "",
            isQuiet ? kept.QuietTo.ToString(TimeForm, CultureInfo.InvariantCulture) : "",
            [.. Week.Where(kept.QuietDays.Contains)],
            [.. ReminderCategory.Optional.Select(c => c.Code).Except(kept.OptedOut)]
        );
    }

    /// <summary>As it was filled in. Codes and days nobody offered are left out.</summary>
    public static SettingsForm Read(ActionForm form)
    {
        IReadOnlyList<string> days = form.Choices("in_days");
        IReadOnlyList<string> wanted = form.Choices("in_kinds");
        return new(
            form.Text("in_from") ?? "",
            form.Text("in_to") ?? "",
            [.. Week.Where(d => days.Contains($"{(int)d}"))],
            [.. ReminderCategory.Optional.Select(c => c.Code).Where(wanted.Contains)]
        );
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? time
            : null;
}

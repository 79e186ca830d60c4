using System.Globalization;
using Renkei.Domain;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Bot.Polls;

/// <summary>How dates of polls are named and written.</summary>
internal static class PollCandidates
{
    private const string Form = "yyyyMMddHHmm";

    /// <summary>The longest meeting.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    /// <summary>A date, named by its own time, so that offering it twice makes no second one.</summary>
    public static PollCandidate Of(TimeSlot slot) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{TokyoTime.LocalOf(slot.Start).DateTime.ToString(Form, CultureInfo.InvariantCulture)}{(int)slot.Length.TotalMinutes}"
            ),
            slot
        );

    /// <summary>12/18(金) 14:00–16:00 / Fri 18 Dec, 14:00–16:00.</summary>
    public static string Brief(this TimeSlot slot, Language language) =>
        $"{TokyoTime.Brief(slot.Start, language)}–{TokyoTime.Clock(slot.End)}";

    /// <summary>2026年12月18日(金) 14:00–16:00.</summary>
    public static string Full(this TimeSlot slot, Language language) =>
        $"{TokyoTime.Full(slot.Start, language)}–{TokyoTime.Clock(slot.End)}";
}

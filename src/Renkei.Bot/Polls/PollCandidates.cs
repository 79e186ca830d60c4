using System.Globalization;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Bot.Polls;

/// <summary>How dates of polls are named and written.</summary>
internal static class PollCandidates
{
    private const string Form = "yyyyMMddHHmm";

    /// <summary>Whether a meeting can be then: within one day of Japan, of a length meetings have.</summary>
    public static bool IsPossible(TimeSlot slot) =>
        TokyoTime.DateOf(slot.Start) == TokyoTime.DateOf(slot.End)
        && slot.Length.TotalMinutes is >= MeetingTime.Shortest and <= MeetingTime.Longest;

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

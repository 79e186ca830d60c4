using Renkei.Domain.Calendars;
using Renkei.Domain.Councils;
using Renkei.Domain.Invitations;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Bot.Scheduling;

/// <summary>What the calendar is meant to hold for a plan. Pure.</summary>
internal static class WantedMeeting
{
    /// <summary>When it takes place; <see langword="null"/> where it does not, or nobody chose a date.</summary>
    public static TimeSlot? SlotOf(MeetingPlan plan, Council? council) =>
        plan.Council is null ? (plan.IsCalledOff ? null : plan.Choice?.Slot)
        : council is not { Status: not CouncilStatus.Cancelled, When: { } when } ? null
        : new(when.StartsAt, when.EndsAt);

    /// <summary>Where it takes place.</summary>
    public static string PlaceOf(MeetingPlan plan, Council? council) => council?.Place ?? plan.Place;

    /// <summary>Japan's day and time of a slot.</summary>
    public static MeetingTime TimeOf(TimeSlot slot) =>
        new(TokyoTime.DateOf(slot.Start), TokyoTime.TimeOf(slot.Start), (int)slot.Length.TotalMinutes);

    /// <summary>The meeting, or <see langword="null"/> where there is to be none.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="council">Its council, if it has one.</param>
    /// <param name="byHand">Who was invited in the calendar itself, past Renkei: they stay.</param>
    public static Meeting? Of(MeetingPlan plan, Council? council, IReadOnlyList<InvitedMailbox> byHand)
    {
        if (SlotOf(plan, council) is not { } slot)
        {
            return null;
        }
        return new()
        {
            Subject = council?.Title ?? plan.Title,
            Agenda = AgendaOf(council),
            Slot = slot,
            Place = PlaceOf(plan, council),
            Room = plan.Room,
            Online = plan.Online,
            Invited =
            [
                .. InvitedIn(plan, council)
                    .Concat(byHand)
                    .DistinctBy(i => i.Mailbox.Address, StringComparer.OrdinalIgnoreCase),
            ],
        };
    }

    /// <summary>Purpose and points, one a line; empty without a council.</summary>
    public static string AgendaOf(Council? council)
    {
        if (council is null)
        {
            return "";
        }
        IEnumerable<string> points = council.Agenda.Select((a, n) => $"{n + 1} {a.Text}（{a.Minutes}分）");
        return string.Join('\n', council.Purpose.Length == 0 ? points : points.Prepend(council.Purpose));
    }

    /// <summary>Everybody with an address who is still to come.</summary>
    private static IEnumerable<InvitedMailbox> InvitedIn(MeetingPlan plan, Council? council)
    {
        foreach (PlanAttendee attendee in plan.Asked)
        {
            Participant? participant = council?.Participants.FirstOrDefault(attendee.Is);
            bool isGone = council is not null && attendee.ParticipantId is not null && participant is null;
            string? address = participant?.Contact.Email is { Length: > 0 } newer ? newer : attendee.Address;
            if (!isGone && address is not null && Mailbox.IsAddress(address))
            {
                yield return new(new(attendee.Name, address), attendee.Required);
            }
        }
    }
}

using Renkei.Bot.Calendars;
using Renkei.Bot.Scheduling;
using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Bot.Features.Scheduling;

/// <summary>What was found for a plan.</summary>
/// <param name="Slots">All slots, the best first.</param>
/// <param name="Unseen">Whose calendar cannot be seen.</param>
/// <param name="Fault">Why the calendar could not be asked at all; the slots then know nobody's time.</param>
internal sealed record FoundSlots(RankedSlots Slots, IReadOnlyList<Invitee> Unseen, CalendarFault? Fault);

/// <summary>Looks for slots in the calendars of those who are asked, and of the rooms.</summary>
internal sealed class ProposalSearch(TenantCalendars calendars, DateDesk desk, BusinessDays days, OfficeHours offices)
{
    /// <summary>The slots of a plan in a window; where the calendar cannot be asked, by business days and hours alone.</summary>
    public async Task<FoundSlots> FindAsync(
        string tenantId,
        MeetingPlan plan,
        SlotWindow window,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        InviteeCalendar[] asked = [.. plan.Asked.Select(a => a.Calendar)];
        MeetingTimes times;
        CalendarFault? fault = null;
        try
        {
            IReadOnlyList<MeetingRoom> rooms = await desk.RoomsForAsync(tenantId, plan, ct);
            times = await MeetingTimes.ReadAsync(calendars.Of(tenantId), window, asked, rooms, plan.OwnMeeting, ct);
        }
        catch (CalendarException unknown)
        {
            fault = unknown.Fault;
            times = new([.. asked.Select(a => new InviteeTimes(a.Who, null, a.Travel))], []);
        }
        RankedSlots slots = SlotSearch.Rank(
            new()
            {
                Length = plan.Length,
                Window = window,
                Hours = plan.HoursWith(offices.Of(plan.Id.CentreCode).Lunch),
                Invitees = times.Invitees,
                Days = days,
                NotBefore = now,
                Quorum = plan.Quorum,
                Room = plan.WantsRoom && fault is null ? new(plan.Asked.Count, times.Rooms) : null,
            }
        );
        return new(slots, [.. times.Invitees.Where(i => i.Times is null).Select(i => i.Who)], fault);
    }

    /// <summary>How one date suits, whether it is one of the proposals or not.</summary>
    public async Task<(SlotProposal? Proposal, CalendarFault? Fault)> JudgeAsync(
        string tenantId,
        MeetingPlan plan,
        TimeSlot slot,
        CancellationToken ct
    )
    {
        DateOnly day = TokyoTime.DateOf(slot.Start);
        MeetingPlan exact = plan with
        {
            HoursFrom = TokyoTime.TimeOf(slot.Start),
            HoursTo = TokyoTime.TimeOf(slot.End),
        };
        FoundSlots found = await FindAsync(tenantId, exact, new(day, day), slot.Start, ct);
        return (found.Slots.Page(0, found.Slots.Count).FirstOrDefault(p => p.Slot == slot), found.Fault);
    }
}

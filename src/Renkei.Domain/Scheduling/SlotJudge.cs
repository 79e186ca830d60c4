namespace Renkei.Domain.Scheduling;

/// <summary>Says of single slots how well they suit. Not for use by several threads at once.</summary>
internal sealed class SlotJudge
{
    private readonly InviteeTimes[] invitees;
    private readonly Availability[] found;
    private readonly Quorum quorum;
    private readonly RoomTimes[]? rooms;
    private readonly long length;

    public SlotJudge(SlotRequest request)
    {
        // The required first, as reasons name them.
        invitees = [.. request.Invitees.OrderBy(i => i.Who.Required ? 0 : 1)];
        found = new Availability[invitees.Length];
        quorum = new(request.Quorum, [.. invitees.Select(i => i.Who)]);
        rooms = request.Room is { } wish
            ? [.. wish.Rooms.Where(r => r.Room.Seats is not { } seats || seats >= wish.Seats)]
            : null;
        length = request.Length.Ticks;
    }

    /// <summary>How well a slot suits.</summary>
    /// <param name="start">In ticks of UTC.</param>
    public SlotFit FitOf(long start)
    {
        Look(start);
        (int requiredBusy, int requiredTentative, int optionalBusy, int optionalTentative) = (0, 0, 0, 0);
        for (int i = 0; i < invitees.Length; i++)
        {
            switch (found[i], invitees[i].Who.Required)
            {
                case (Availability.Busy, true):
                    requiredBusy++;
                    break;
                case (Availability.Busy, false):
                    optionalBusy++;
                    break;
                case (Availability.Tentative, true):
                    requiredTentative++;
                    break;
                case (Availability.Tentative, false):
                    optionalTentative++;
                    break;
            }
        }
        (int lacking, int open) = quorum.Count(found);
        RoomState room = RoomAt(start).State;
        return new(
            lacking,
            requiredBusy,
            room == RoomState.None ? 1 : 0,
            open,
            requiredTentative,
            optionalBusy,
            optionalTentative,
            room == RoomState.Uncertain ? 1 : 0
        );
    }

    /// <summary>The slot with all its reasons.</summary>
    public SlotProposal Propose(SlotFit fit, long start)
    {
        Look(start);
        return new()
        {
            Slot = new(new(start, TimeSpan.Zero), new(start + length, TimeSpan.Zero)),
            Fit = fit,
            Busy = Those(Availability.Busy),
            Tentative = Those(Availability.Tentative),
            Unknown = Those(Availability.Unknown),
            Gaps = quorum.Gaps(found),
            Room = RoomAt(start),
        };
    }

    private void Look(long start)
    {
        for (int i = 0; i < invitees.Length; i++)
        {
            InviteeTimes invitee = invitees[i];
            long travel = invitee.Travel.Ticks;
            found[i] = invitee.Times?.At(start - travel, start + length + travel) ?? Availability.Unknown;
        }
    }

    private IReadOnlyList<Invitee> Those(Availability availability) =>
        [.. invitees.Where((_, i) => found[i] == availability).Select(i => i.Who)];

    private RoomFinding RoomAt(long start)
    {
        if (rooms is null)
        {
            return RoomFinding.NotWanted;
        }
        RoomTimes? uncertain = null;
        foreach (RoomTimes room in rooms)
        {
            Availability state = room.Times?.At(start, start + length) ?? Availability.Unknown;
            if (state == Availability.Free && room.Room.Seats is not null)
            {
                return new(RoomState.Free, room.Room);
            }
            if (state != Availability.Busy)
            {
                uncertain ??= room;
            }
        }
        return uncertain is null ? RoomFinding.None : new(RoomState.Uncertain, uncertain.Room);
    }
}

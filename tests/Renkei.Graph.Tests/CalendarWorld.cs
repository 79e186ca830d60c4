using Renkei.Domain.Calendars;
using Renkei.Domain.Scheduling;

namespace Renkei.Graph.Tests;

/// <summary>A calendar under test with what other people do around it.</summary>
internal interface ICalendarWorld : IAsyncDisposable
{
    ICalendar Calendar { get; }

    /// <summary>Somebody is there, with other things in their calendar.</summary>
    Task AddPersonAsync(CalendarPerson person, CalendarTimes times);

    /// <summary>A room is there, which takes every meeting while it is free.</summary>
    Task AddRoomAsync(MeetingRoom room);

    /// <summary>Somebody answers an invitation.</summary>
    Task RespondAsync(string meetingId, string address, MeetingResponse response);

    /// <summary>Somebody moves the meeting in the mailbox by hand.</summary>
    Task MoveByHandAsync(string meetingId, TimeSlot to);

    /// <summary>How many meetings stand in the mailbox.</summary>
    Task<int> CountAsync();
}

using Renkei.Domain.Calendars;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Scheduling;

/// <summary>Answers in the calendar and in a council, one as the other.</summary>
internal static class MeetingResponses
{
    public static Rsvp Of(MeetingResponse response) =>
        response switch
        {
            MeetingResponse.Accepted => Rsvp.Yes,
            MeetingResponse.Declined => Rsvp.No,
            MeetingResponse.Tentative => Rsvp.Maybe,
            _ => Rsvp.Unknown,
        };

    public static MeetingResponse Of(Rsvp rsvp) =>
        rsvp switch
        {
            Rsvp.Yes => MeetingResponse.Accepted,
            Rsvp.No => MeetingResponse.Declined,
            Rsvp.Maybe => MeetingResponse.Tentative,
            _ => MeetingResponse.None,
        };
}

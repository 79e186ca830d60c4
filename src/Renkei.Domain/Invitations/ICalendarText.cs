using System.Text;
using Renkei.Domain.Time;

namespace Renkei.Domain.Invitations;

/// <summary>
/// Writes an invitation as iCalendar (RFC 5545): a file <c>.ics</c>, <c>text/calendar; charset=utf-8; method=REQUEST</c> or <c>CANCEL</c>.
/// </summary>
public static class ICalendarText
{
    private const string Zone = "Asia/Tokyo";

    /// <summary>The value of METHOD, which the media type has to repeat: REQUEST, or CANCEL.</summary>
    public static string MethodOf(Invitation invitation) => invitation.IsCancelled ? "CANCEL" : "REQUEST";

    /// <summary>The bytes of the file: UTF-8 without a mark at its start, lines of at most 75 bytes ended by CR LF.</summary>
    public static byte[] Write(Invitation invitation)
    {
        ContentLines lines = new();
        lines.Add("BEGIN:VCALENDAR");
        lines.Add("PRODID:-//Renkei//Renkei//JA");
        lines.Add("VERSION:2.0");
        lines.Add("CALSCALE:GREGORIAN");
        lines.Add($"METHOD:{MethodOf(invitation)}");
        AddZone(lines);
        AddEvent(lines, invitation);
        lines.Add("END:VCALENDAR");
        return lines.ToBytes();
    }

    // Japan has had one offset since 1951; a rule from 1970 on covers every meeting.
    private static void AddZone(ContentLines lines)
    {
        lines.Add("BEGIN:VTIMEZONE");
        lines.Add($"TZID:{Zone}");
        lines.Add("BEGIN:STANDARD");
        lines.Add("DTSTART:19700101T000000");
        lines.Add("TZOFFSETFROM:+0900");
        lines.Add("TZOFFSETTO:+0900");
        lines.Add("TZNAME:JST");
        lines.Add("END:STANDARD");
        lines.Add("END:VTIMEZONE");
    }

    private static void AddEvent(ContentLines lines, Invitation invitation)
    {
        lines.Add("BEGIN:VEVENT");
        lines.Add($"UID:{Text(invitation.Uid)}");
        lines.Add($"SEQUENCE:{invitation.Sequence}");
        lines.Add($"DTSTAMP:{invitation.At.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
        lines.Add($"DTSTART;TZID={Zone}:{Local(invitation.Slot.Start)}");
        lines.Add($"DTEND;TZID={Zone}:{Local(invitation.Slot.End)}");
        lines.Add($"SUMMARY:{Text(invitation.Subject)}");
        string description = Description(invitation);
        if (description.Length > 0)
        {
            lines.Add($"DESCRIPTION:{Text(description)}");
        }
        if (invitation.Location.Length > 0)
        {
            lines.Add($"LOCATION:{Text(invitation.Location)}");
        }
        if (invitation.Online is { } online)
        {
            lines.Add($"URL:{online.AbsoluteUri}");
        }
        lines.Add($"ORGANIZER;CN={Quoted(invitation.Organiser.Name)}:mailto:{invitation.Organiser.Address}");
        foreach (InvitedMailbox invited in invitation.Invited)
        {
            string role = invited.Required ? "REQ-PARTICIPANT" : "OPT-PARTICIPANT";
            // Who is called off has nothing to answer.
            string answer = invitation.IsCancelled ? "" : ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE";
            lines.Add(
                $"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE={role}{answer};CN={Quoted(invited.Mailbox.Name)}:mailto:{invited.Mailbox.Address}"
            );
        }
        lines.Add(invitation.IsCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        lines.Add("TRANSP:OPAQUE");
        lines.Add("END:VEVENT");
    }

    private static string Description(Invitation invitation) =>
        invitation.Online is { } online
            ? $"{invitation.Description}\nオンライン参加 / Join online: {online.AbsoluteUri}".TrimStart('\n')
            : invitation.Description;

    private static string Local(DateTimeOffset instant) => $"{TokyoTime.LocalOf(instant):yyyyMMdd'T'HHmmss}";

    /// <summary>A value of type TEXT (3.3.11): every kind of line end is a line feed, other control characters are left out.</summary>
    private static string Text(string value)
    {
        StringBuilder text = new(value.Length + 8);
        foreach (char c in value.ReplaceLineEndings("\n"))
        {
            switch (c)
            {
                case '\n':
                    text.Append("\\n");
                    break;
                case '\\' or ';' or ',':
                    text.Append('\\').Append(c);
                    break;
                case '\t':
                    text.Append(c);
                    break;
                default:
                    if (!char.IsControl(c))
                    {
                        text.Append(c);
                    }
                    break;
            }
        }
        return text.ToString();
    }

    /// <summary>
    /// A parameter's value in quotation marks; those inside it, and carets, as RFC 6868 writes them. A backslash becomes a wide one: by the
    /// standard it stands for itself here, but parsers are about that take it for an escape and lose the closing mark.
    /// </summary>
    private static string Quoted(string value) =>
        $"\"{value.Replace("^", "^^", StringComparison.Ordinal).Replace("\"", "^'", StringComparison.Ordinal).Replace('\\', '＼')}\"";
}

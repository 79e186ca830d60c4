using FsCheck.Fluent;
using Renkei.Domain.Invitations;

namespace Renkei.Domain.Tests.Invitations;

/// <summary>Invitations read by a parser that we did not write.</summary>
public sealed class ParsedInvitationTests
{
    [ParserFact]
    public async Task Write_HardTexts_AreReadAsTheyWere()
    {
        Invitation[] written = [.. SampleInvitations.Any.Sample(400)];

        IReadOnlyList<ParsedInvitation> read = await ParsedInvitation.ReadAsync(written);

        Assert.Equal(written.Length, read.Count);
        foreach ((Invitation invitation, ParsedInvitation parsed) in written.Zip(read))
        {
            Assert.Equal(("2.0", 1, "Asia/Tokyo"), (parsed.Version, parsed.Events, parsed.Zone));
            Assert.Equal((invitation.Uid, invitation.Sequence), (parsed.Uid, parsed.Sequence));
            Assert.Equal(
                invitation.IsCancelled ? ("CANCEL", "CANCELLED") : ("REQUEST", "CONFIRMED"),
                (parsed.Method, parsed.Status)
            );
            Assert.Equal(
                (invitation.At, invitation.Slot.Start, invitation.Slot.End),
                (parsed.Stamp, parsed.Start, parsed.End)
            );
            Assert.Equal(
                (invitation.Subject, invitation.Description, invitation.Location),
                (parsed.Summary, parsed.Description ?? "", parsed.Location ?? "")
            );
            Assert.Equal("mailto:renkei@example.jp", parsed.Organizer.Address);
            Assert.Equal(Wide(invitation.Organiser.Name), parsed.Organizer.Name);
            Assert.Equal(
                invitation.Invited.Select(i => new ParsedPerson(
                    $"mailto:{i.Mailbox.Address}",
                    Wide(i.Mailbox.Name),
                    i.Required ? "REQ-PARTICIPANT" : "OPT-PARTICIPANT",
                    invitation.IsCancelled ? null : "TRUE",
                    invitation.IsCancelled ? null : "NEEDS-ACTION"
                )),
                parsed.Attendees
            );
        }
    }

    // The one character of names that is not written as it is.
    private static string Wide(string name) => name.Replace('\\', '＼');
}

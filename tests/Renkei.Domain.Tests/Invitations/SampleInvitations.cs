using FsCheck;
using FsCheck.Fluent;
using Renkei.Domain.Invitations;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Invitations;

/// <summary>Invitations with texts that are hard to write: everything iCalendar escapes, quotes or folds.</summary>
internal static class SampleInvitations
{
    private static readonly Gen<string> Pieces = Gen.Elements(
        "退院支援ルールの調整会議",
        "A",
        "😀",
        "𠮷野家",
        "é",
        ",",
        ";",
        ":",
        "\\",
        "\\n",
        "\"",
        "^",
        "^'",
        "^n",
        " ",
        "\t",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    );

    private static readonly Gen<string> Line =
        from count in Gen.Choose(1, 12)
        from pieces in Pieces.ArrayOf(count)
        select string.Concat(pieces);

    private static readonly Gen<string> Lines =
        from count in Gen.Choose(0, 4)
        from lines in Line.ArrayOf(count)
        select string.Join('\n', lines);

    // A tab is a control character, which names lose.
    private static readonly Gen<string> Name = Line.Select(l => l.Replace("\t", "", StringComparison.Ordinal));

    private static readonly Gen<InvitedMailbox> Invited =
        from name in Name
        from number in Gen.Choose(1, 99999)
        from required in Gen.Elements(true, false)
        select new InvitedMailbox(new(name, $"person.with-a-long-address-{number}@sub.domain.example.lg.jp"), required);

    public static Gen<Invitation> Any { get; } =
        from subject in Line
        from description in Lines
        from location in Lines
        from name in Name
        from sequence in Gen.Choose(0, 12)
        from cancelled in Gen.Elements(true, false)
        from minutes in Gen.Choose(-600_000, 600_000)
        from length in Gen.Choose(5, 720)
        from count in Gen.Choose(0, 4)
        from invited in Invited.ArrayOf(count)
        let start = TokyoTime.StartOf(new(2027, 1, 1)).AddMinutes(minutes)
        select new Invitation
        {
            Uid = $"council-{minutes}-{sequence}-{length}@renkei.with-a-long-name.example.lg.jp",
            Sequence = sequence,
            IsCancelled = cancelled,
            At = start.AddDays(-30),
            Slot = new TimeSlot(start, start.AddMinutes(length)),
            Subject = subject,
            Description = description,
            Location = location,
            Organiser = new(name, "renkei@example.jp"),
            Invited = invited,
        };
}

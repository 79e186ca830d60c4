using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Renkei.Domain.Councils.Reminders;

/// <summary>
/// Names a reminder within its council: what it is for, what it is about, which slot, and to whom. The same thing planned for the same slot has the
/// same key however often the plan is made, so it is sent once; and what was sent can be told from the key alone.
/// </summary>
/// <remarks>Written as <c>{code}.{about}.{from}.{offset}.{to}</c>, e.g. <c>td.agenda.20261214.b3.{object id}</c>.</remarks>
public sealed partial record ReminderKey
{
    private const string InstantForm = "yyyyMMddHHmmssfff";

    private static readonly (ReminderKind Kind, string Code)[] Codes =
    [
        (ReminderKind.Ahead, "ah"),
        (ReminderKind.TaskDue, "td"),
        (ReminderKind.TaskWithoutOwner, "tw"),
        (ReminderKind.TaskOverdue, "to"),
        (ReminderKind.TaskAssigned, "ta"),
        (ReminderKind.AgreementDue, "gd"),
        (ReminderKind.AgreementOverdue, "go"),
        (ReminderKind.Moved, "mv"),
        (ReminderKind.Cancelled, "cx"),
        (ReminderKind.Invitation, "in"),
        (ReminderKind.InvitationAgain, "ia"),
        (ReminderKind.Sheet, "sh"),
        (ReminderKind.SheetAgain, "sa"),
        (ReminderKind.MinutesShared, "nm"),
        (ReminderKind.Unreached, "un"),
    ];

    private ReminderKey(ReminderKind kind, string about, string from, int offset, string to) =>
        (Kind, About, From, Offset, To) = (kind, about, from, offset, to);

    /// <summary>What it is for.</summary>
    public ReminderKind Kind { get; }

    /// <summary>The id of the task, agreement or participant; <c>c</c> for the council itself.</summary>
    public string About { get; }

    /// <summary>The day counted from (yyyyMMdd, Japan), or for what is told at once the instant (17 digits, UTC).</summary>
    public string From { get; }

    /// <summary>Business days from that day; negative before it.</summary>
    public int Offset { get; }

    /// <summary>Entra object id of the recipient.</summary>
    public string To { get; }

    /// <summary>
    /// What follows one another: of reminders about one thing to one person only the newest is worth sending after an outage. Each group of
    /// people who could not be reached is a thing of its own.
    /// </summary>
    public string Series => Kind == ReminderKind.Unreached ? ToString() : $"{CodeOf(Kind)[0]}.{About}.{To}";

    /// <summary>A reminder counted in business days from a day in Japan.</summary>
    public static ReminderKey On(ReminderKind kind, string about, DateOnly day, int offset, string to) =>
        new(kind, about, day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), offset, to);

    /// <summary>Something that is told at once.</summary>
    public static ReminderKey At(ReminderKind kind, string about, DateTimeOffset instant, string to) =>
        new(kind, about, instant.UtcDateTime.ToString(InstantForm, CultureInfo.InvariantCulture), 0, to);

    /// <summary>The same reminder for somebody else.</summary>
    public ReminderKey For(string to) => new(Kind, About, From, Offset, to);

    /// <summary>Reads a key that came from outside.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ReminderKey? key)
    {
        Match match = Form.Match(text ?? "");
        int code = Array.FindIndex(Codes, c => c.Code == match.Groups["code"].Value);
        if (!match.Success || code < 0)
        {
            key = null;
            return false;
        }
        int offset = int.Parse(match.Groups["days"].ValueSpan, CultureInfo.InvariantCulture);
        key = new(
            Codes[code].Kind,
            match.Groups["about"].Value,
            match.Groups["from"].Value,
            match.Groups["side"].Value == "b" ? -offset : offset,
            match.Groups["to"].Value
        );
        return true;
    }

    /// <summary>As it is stored and sent; free of what row keys may not hold.</summary>
    public override string ToString() =>
        $"{CodeOf(Kind)}.{About}.{From}.{(Offset < 0 ? 'b' : 'a')}{Math.Abs(Offset)}.{To}";

    private static string CodeOf(ReminderKind kind) => Array.Find(Codes, c => c.Kind == kind).Code;

    [GeneratedRegex(
        @"\A(?<code>[a-z]{2})\.(?<about>[a-z0-9-]{1,64})\.(?<from>[0-9]{8}|[0-9]{17})\.(?<side>[ab])(?<days>[0-9]{1,3})\.(?<to>[A-Za-z0-9-]{1,64})\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Form { get; }
}

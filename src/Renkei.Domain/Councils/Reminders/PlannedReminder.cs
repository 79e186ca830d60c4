namespace Renkei.Domain.Councils.Reminders;

/// <summary>A reminder of a council's plan.</summary>
/// <param name="Key">What it is for, about what, in which slot, to whom.</param>
/// <param name="DueAt">When it is to be sent (UTC).</param>
/// <param name="UsefulUntil">From this instant on it is not sent any more (UTC); <see cref="DateTimeOffset.MaxValue"/> for ever.</param>
public sealed record PlannedReminder(ReminderKey Key, DateTimeOffset DueAt, DateTimeOffset UsefulUntil)
{
    /// <summary>What it is for.</summary>
    public ReminderKind Kind => Key.Kind;

    /// <summary>Entra object id of the recipient.</summary>
    public string To => Key.To;
}

/// <summary>Somebody a message of the council did not reach.</summary>
/// <param name="ObjectId">Entra object id.</param>
/// <param name="At">When the first of their messages was given up (UTC).</param>
public sealed record Unreached(string ObjectId, DateTimeOffset At);

namespace Renkei.Domain.Councils.Reminders;

/// <summary>What a reminder is for (R14). The order has no meaning.</summary>
public enum ReminderKind
{
    /// <summary>The council comes nearer: what is open, who comes. To coordinators.</summary>
    Ahead,

    /// <summary>A task of one's own falls due, or did.</summary>
    TaskDue,

    /// <summary>A task that nobody has yet falls due. To coordinators.</summary>
    TaskWithoutOwner,

    /// <summary>Somebody else's task stays overdue. To coordinators, then to the centre's lead.</summary>
    TaskOverdue,

    /// <summary>Somebody was given a task by somebody else.</summary>
    TaskAssigned,

    /// <summary>What one agreed to do falls due, or did; to coordinators where Renkei cannot reach the one who agreed.</summary>
    AgreementDue,

    /// <summary>What somebody agreed to do stays overdue. To coordinators.</summary>
    AgreementOverdue,

    /// <summary>The council was moved to another time.</summary>
    Moved,

    /// <summary>The council was cancelled.</summary>
    Cancelled,

    /// <summary>One is invited, and asked whether one comes.</summary>
    Invitation,

    /// <summary>One was invited and has not answered yet.</summary>
    InvitationAgain,

    /// <summary>An information sheet to be filled in.</summary>
    Sheet,

    /// <summary>An information sheet that was not filled in yet.</summary>
    SheetAgain,

    /// <summary>What came out of the council.</summary>
    MinutesShared,

    /// <summary>Renkei could not reach somebody. To coordinators.</summary>
    Unreached,
}

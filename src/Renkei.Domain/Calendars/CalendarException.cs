namespace Renkei.Domain.Calendars;

/// <summary>What can be wrong with a calendar, in terms that can be said to people.</summary>
public enum CalendarFault
{
    /// <summary>There is no such meeting, or no such address.</summary>
    NotFound,

    /// <summary>The person has no mailbox there, such as a guest or somebody without a licence.</summary>
    NoMailbox,

    /// <summary>An administrator has not allowed it: no consent, or the mailbox is outside the permitted ones.</summary>
    NotAllowed,

    /// <summary>The bot could not sign in.</summary>
    SignIn,

    /// <summary>Too much was asked in a short time.</summary>
    Throttled,

    /// <summary>No answer, or an internal error over there.</summary>
    Unavailable,

    /// <summary>Somebody else changed it at the same time.</summary>
    Changed,

    /// <summary>What was sent was not understood, or the answer was not: a fault of the program.</summary>
    Refused,
}

/// <summary>Something could not be done in a calendar.</summary>
/// <param name="fault">What is wrong.</param>
/// <param name="code">The service's own code, for the log; may be empty.</param>
/// <param name="retryAfter">When it may be tried again, where the service said so.</param>
/// <param name="outcomeUnknown">Whether it may have been done all the same. Repeating it is safe.</param>
/// <param name="inner">The cause.</param>
public sealed class CalendarException(
    CalendarFault fault,
    string code,
    TimeSpan? retryAfter,
    bool outcomeUnknown,
    Exception? inner
) : Exception($"The calendar could not do it: {fault} {code}".TrimEnd(), inner)
{
    /// <summary>What is wrong.</summary>
    public CalendarFault Fault { get; } = fault;

    /// <summary>The service's own code, for the log; may be empty.</summary>
    public string Code { get; } = code;

    /// <summary>When it may be tried again, where the service said so.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Whether it may have been done all the same. Repeating it is safe.</summary>
    public bool OutcomeUnknown { get; } = outcomeUnknown;
}

/// <summary>The faults in words.</summary>
public static class CalendarFaults
{
    /// <summary>One sentence for whoever pressed the button: what is wrong, and what helps.</summary>
    public static LocalText Text(this CalendarFault fault) =>
        fault switch
        {
            CalendarFault.NotFound => new(
                "カレンダーに見つかりません。削除されたか、アドレスが違うようです。",
                "It is not in the calendar: deleted, or the address is wrong."
            ),
            CalendarFault.NoMailbox => new(
                "この方の予定表はMicrosoft 365にありません。日程調整の投票か電話で確認してください。",
                "This person has no calendar in Microsoft 365. Please ask by poll or by telephone."
            ),
            CalendarFault.NotAllowed => new(
                "予定表を見る許可がありません。管理者に「予定表へのアクセス許可」を確認してください。",
                "Access to the calendar is not permitted. Please ask an administrator about the calendar permission."
            ),
            CalendarFault.SignIn => new(
                "カレンダーにサインインできません。管理者に連絡してください。",
                "The bot cannot sign in to the calendar. Please tell an administrator."
            ),
            CalendarFault.Throttled => new(
                "カレンダーが混み合っています。少し待ってからもう一度お試しください。",
                "The calendar is busy. Please try again in a little while."
            ),
            CalendarFault.Unavailable => new(
                "カレンダーから返事がありません。少し待ってからもう一度お試しください。",
                "The calendar does not answer. Please try again in a little while."
            ),
            CalendarFault.Changed => new(
                "ほかの方が同時に変更しました。最新の内容を確かめて、もう一度お試しください。",
                "Somebody changed it at the same time. Please look at it again and retry."
            ),
            CalendarFault.Refused => new(
                "カレンダーが受け付けませんでした。管理者に連絡してください。",
                "The calendar did not accept it. Please tell an administrator."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault."),
        };
}

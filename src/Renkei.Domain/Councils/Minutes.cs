using Renkei.Domain.People;

namespace Renkei.Domain.Councils;

/// <summary>What came out of a council.</summary>
/// <param name="Decisions">What was decided, one line each; at most <see cref="MostLines"/> of <see cref="LineLength"/> characters.</param>
/// <param name="Agreements">Who does what by when (役割の合意).</param>
/// <param name="Evaluation">How the meeting itself was; <see langword="null"/> until somebody says.</param>
/// <param name="NextDate">When the next one is meant to be, Japan; optional.</param>
/// <param name="SharedAt">When it was sent to the participants (UTC); <see langword="null"/> before.</param>
public sealed record Minutes(
    IReadOnlyList<string> Decisions,
    IReadOnlyList<Agreement> Agreements,
    MeetingEvaluation? Evaluation,
    DateOnly? NextDate,
    DateTimeOffset? SharedAt
)
{
    /// <summary>Most decisions, and most agreements.</summary>
    public const int MostLines = 12;

    /// <summary>Longest line, in characters.</summary>
    public const int LineLength = 120;

    /// <summary>Before anything was written down.</summary>
    public static Minutes Empty { get; } = new([], [], null, null, null);
}

/// <summary>What somebody agreed to do.</summary>
/// <param name="Id">Distinguishes the agreements of a council; 1 to 16 of <c>a-z 0-9</c>.</param>
/// <param name="What">1 to <see cref="Minutes.LineLength"/> characters.</param>
/// <param name="ParticipantId">Which participant; <see langword="null"/> for somebody else, named in <paramref name="Who"/>.</param>
/// <param name="Who">As shown: an organisation or a person.</param>
/// <param name="Due">Until when, Japan.</param>
/// <param name="AgreedAt">When it was written down (UTC).</param>
/// <param name="Done">Who said that it is done, and when; <see langword="null"/> before.</param>
public sealed record Agreement(
    string Id,
    string What,
    string? ParticipantId,
    string Who,
    DateOnly Due,
    DateTimeOffset AgreedAt,
    DoneMark? Done
);

/// <summary>How a meeting itself was (会議の評価), by those who prepared it.</summary>
/// <param name="RightPeople">Whether those who had to be there were; 1 (no) to 4 (yes).</param>
/// <param name="SharedView">Whether people now see the issue alike; 1 to 4.</param>
/// <param name="RolesSettled">Whether it is clear who does what; 1 to 4.</param>
/// <param name="Remark">What to do differently next time; at most 300 characters, may be empty.</param>
/// <param name="By">Who says so.</param>
public sealed record MeetingEvaluation(int RightPeople, int SharedView, int RolesSettled, string Remark, PersonRef By);

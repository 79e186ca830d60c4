using Renkei.Domain.People;

namespace Renkei.Domain.Councils;

/// <summary>The information sheet (事前情報収集シート) of a council: the same questions for everybody who is asked.</summary>
/// <param name="Questions">1 to <see cref="MostQuestions"/>, each at most <see cref="QuestionLength"/> characters.</param>
/// <param name="Deadline">Until when answers are asked for, Japan; inclusive.</param>
/// <param name="Asked">Ids of the participants who are asked.</param>
/// <param name="SentAt">When it was first sent (UTC); <see langword="null"/> before.</param>
/// <param name="NudgedAt">When those who had not answered were last asked again by hand (UTC); <see langword="null"/> before.</param>
public sealed record InformationSheet(
    IReadOnlyList<string> Questions,
    DateOnly Deadline,
    IReadOnlyList<string> Asked,
    DateTimeOffset? SentAt,
    DateTimeOffset? NudgedAt = null
)
{
    /// <summary>Most questions on a sheet.</summary>
    public const int MostQuestions = 6;

    /// <summary>Longest question, in characters.</summary>
    public const int QuestionLength = 120;

    /// <summary>Longest answer to one question, in characters.</summary>
    public const int AnswerLength = 600;
}

/// <summary>What a participant wrote on an information sheet.</summary>
/// <param name="ParticipantId">Whose sheet it is.</param>
/// <param name="Answers">In the order of the questions; an empty text where nothing was written.</param>
/// <param name="By">Who entered it: the participant, or somebody for them.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Revision">1 for the first answer, one more with every change.</param>
public sealed record SheetAnswer(
    string ParticipantId,
    IReadOnlyList<string> Answers,
    PersonRef By,
    DateTimeOffset At,
    int Revision
);

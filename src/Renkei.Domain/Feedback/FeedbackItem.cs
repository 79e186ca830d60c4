using Renkei.Domain.People;

namespace Renkei.Domain.Feedback;

/// <summary>A practice or a direction that head office shares with health centres (フィードバック, R24).</summary>
/// <param name="Id">Names it and says where it is kept.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Title">1 to <see cref="TitleLength"/> characters.</param>
/// <param name="Text">1 to <see cref="TextLength"/> characters.</param>
/// <param name="Link">An address for more, https; empty for none.</param>
/// <param name="FieldCode">The field it is about.</param>
/// <param name="Centres">Codes of the centres it is for; at least one.</param>
/// <param name="By">Who shared it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="IsWithdrawn">Whether it was taken back.</param>
/// <param name="ChangedBy">Who changed it last.</param>
/// <param name="ChangedAt">When (UTC).</param>
/// <param name="Revision">Counts the changes, from 1.</param>
public sealed record FeedbackItem(
    FeedbackId Id,
    FeedbackKind Kind,
    string Title,
    string Text,
    string Link,
    string FieldCode,
    IReadOnlyList<string> Centres,
    PersonRef By,
    DateTimeOffset At,
    bool IsWithdrawn,
    PersonRef ChangedBy,
    DateTimeOffset ChangedAt,
    int Revision
)
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleLength = 60;

    /// <summary>Longest text, in characters: the card that shows it before it is shared carries it five times.</summary>
    public const int TextLength = 1200;

    /// <summary>Longest reply, in characters.</summary>
    public const int ReplyLength = 400;

    /// <summary>Longest link, in characters.</summary>
    public const int LinkLength = 300;

    /// <summary>Whether somebody may read it: the people of the centres it is for, head office of its prefecture, administrators.</summary>
    public bool MayRead(Person person) =>
        person.Role switch
        {
            Role.HeadOffice or Role.Administrator => person.OverseesPrefecture(Id.PrefectureCode),
            Role.Nurse or Role.Coordinator => person.CentreCode is { } centre && Centres.Contains(centre),
            _ => false,
        };

    /// <summary>Whether somebody may share, within their prefecture, and change what they may read: head office.</summary>
    public static bool MayShare(Person person) => person.Role == Role.HeadOffice;

    /// <summary>Whether somebody counts among its readers: those it is for.</summary>
    public bool IsFor(Person person) => person.Role is Role.Nurse or Role.Coordinator && MayRead(person);
}

/// <summary>What head office shares. Stored by name.</summary>
public enum FeedbackKind
{
    /// <summary>よい実践: an example others can learn from.</summary>
    Practice,

    /// <summary>方向性: where the prefecture is going.</summary>
    Direction,
}

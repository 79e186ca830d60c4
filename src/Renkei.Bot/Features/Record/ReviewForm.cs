using Renkei.Bot.Conversation;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Text;
using Texts = Renkei.Bot.Features.Record.MinutesTexts;

namespace Renkei.Bot.Features.Record;

/// <summary>How the meeting went, as the card shows it or as it was filled in.</summary>
/// <param name="Grades">Right people, shared view, roles settled: each 1 to 4, or nothing.</param>
/// <param name="Remark">What to do differently; may be empty.</param>
/// <param name="Seen">Names what it was like when the card was made; see <see cref="VersionOf"/>.</param>
internal sealed record ReviewForm(IReadOnlyList<int?> Grades, string Remark, string? Seen)
{
    /// <summary>Longest remark, in characters.</summary>
    public const int RemarkLength = 300;

    /// <summary>Ids of the inputs of the grades, in order.</summary>
    public static IReadOnlyList<string> Inputs { get; } = ["in_people", "in_view", "in_roles"];

    /// <summary>A card filled with what stands.</summary>
    public static ReviewForm Of(Council council) =>
        council.Minutes.Evaluation is { } said
            ? new([said.RightPeople, said.SharedView, said.RolesSettled], said.Remark, VersionOf(council))
            : new([null, null, null], "", VersionOf(council));

    /// <summary>What was filled in.</summary>
    public static ReviewForm Read(ActionForm form)
    {
        string remark = form.Text("in_remark") ?? "";
        return new(
            [.. Inputs.Select(i => form.Number(i) is { } grade and >= 1 and <= 4 ? grade : (int?)null)],
            remark[..Math.Min(remark.Length, RemarkLength * 2)],
            ShownVersion.From(form)
        );
    }

    /// <summary>What has to be corrected before it can be stored; <see langword="null"/> for nothing.</summary>
    public LocalText? Error =>
        Grades.Any(g => g is null) ? Texts.GradeError
        : Remark.Length > RemarkLength ? Texts.RemarkTooLong
        : null;

    /// <summary>The same without what may tell who a patient is.</summary>
    public ReviewForm WithoutPersonalData() => this with { Remark = PersonalData.Remove(Remark) };

    /// <summary>The evaluation it makes of the one that stands.</summary>
    public MeetingEvaluation Apply(BotTurn turn, MeetingEvaluation? stored)
    {
        MeetingEvaluation next = new(
            Grades[0]!.Value,
            Grades[1]!.Value,
            Grades[2]!.Value,
            Remark,
            stored?.By ?? turn.Person!.Ref
        );
        return next == stored ? stored : next with { By = turn.Person!.Ref };
    }

    /// <summary>A short name of an evaluation.</summary>
    public static string VersionOf(Council council) =>
        council.Minutes.Evaluation is { } said
            ? ShownVersion.Of($"{said.RightPeople}", $"{said.SharedView}", $"{said.RolesSettled}", said.Remark)
            : "-";
}

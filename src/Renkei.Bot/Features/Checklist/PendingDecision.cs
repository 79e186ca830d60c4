using System.Text.Json.Serialization;
using Renkei.Bot.Checklists;
using Renkei.Domain.Checklists;
using Renkei.Domain.Playbooks;

namespace Renkei.Bot.Features.Checklist;

/// <summary>
/// What a card about conflicts carries: the answers that were not saved, so that nothing typed is lost, and where to go afterwards.
/// It comes back from the client and is checked like any input.
/// </summary>
internal sealed record PendingDecision(string T, int G, string To, string K, IReadOnlyList<PendingAnswer> Mine);

/// <summary>One answer that waits for a decision.</summary>
/// <param name="I">Item key.</param>
/// <param name="R">The revision of the other person's answer that the card shows.</param>
/// <param name="S">Letter of the state.</param>
/// <param name="Re">Reason.</param>
/// <param name="N">Note.</param>
/// <param name="D">Date.</param>
/// <param name="X">What comes next.</param>
/// <param name="U">Until when.</param>
/// <param name="W">Object id of who does it.</param>
internal sealed record PendingAnswer(
    string I,
    int R,
    string S,
    string? Re,
    string? N,
    DateOnly? D,
    string? X,
    DateOnly? U,
    string? W
)
{
    public static PendingAnswer Of(AnswerConflict conflict)
    {
        Answer mine = conflict.Mine;
        return new(
            conflict.Item.Key,
            conflict.Theirs.Revision,
            mine.Status.Code().ToString(),
            mine.Reason is "" ? null : mine.Reason,
            mine.Note is "" ? null : mine.Note,
            mine.Date,
            mine.NextStep?.What,
            mine.NextStep?.Due,
            mine.NextStep?.Who?.ObjectId
        );
    }
}

[JsonSerializable(typeof(PendingDecision))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
internal sealed partial class WalkJson : JsonSerializerContext;

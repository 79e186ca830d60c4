using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Texts = Renkei.Bot.Features.Preparation.TaskTexts;

namespace Renkei.Bot.Features.Preparation;

/// <summary>What the card of one task shows, or was filled in with.</summary>
/// <param name="Id">The task; of a new one drawn with the card, so that a double press adds one.</param>
/// <param name="IsNew">Whether the card adds a task.</param>
/// <param name="Text">What is to be done, in the reader's language.</param>
/// <param name="Lead">Business days before the meeting.</param>
/// <param name="Due">The day set by hand, Japan.</param>
/// <param name="Owner">Object id of who does it; <see langword="null"/> for nobody yet.</param>
/// <param name="Seen">Names what the task was like when the card was made; see <see cref="VersionOf"/>.</param>
internal sealed record TaskForm(
    string Id,
    bool IsNew,
    string Text,
    int? Lead,
    DateOnly? Due,
    string? Owner,
    string? Seen
)
{
    /// <summary>The choice of nobody: a ChoiceSet cannot send an empty value.</summary>
    public const string NoOne = "-";

    // Teams keeps inputs to their length; what is much longer was not typed on this card.
    private const int LongestGivenBack = 300;
    private const int UsualLead = 5;

    /// <summary>An empty card.</summary>
    public static TaskForm Empty() => new(DrawnId.New(), IsNew: true, "", UsualLead, null, null, Seen: null);

    /// <summary>A card filled with a task.</summary>
    public static TaskForm Of(BotTurn turn, CouncilView view, PreparationTask task) =>
        new(
            task.Id,
            IsNew: false,
            view.Worded(turn, task.Text),
            task.Lead,
            task.FixedDue,
            task.Owner?.ObjectId,
            VersionOf(task)
        );

    /// <summary>What was filled in.</summary>
    public static TaskForm Read(ActionForm form, string id, bool isNew)
    {
        string text = form.Text("in_text") ?? "";
        form.TryDay("in_due", out DateOnly? due);
        return new(
            id,
            isNew,
            text.Length > LongestGivenBack ? text[..LongestGivenBack] : text,
            form.Number("in_lead"),
            due,
            form.Text("in_owner") is { } owner and not (NoOne or "") ? owner : null,
            ShownVersion.From(form)
        );
    }

    /// <summary>What has to be corrected before it can be stored; <see langword="null"/> for nothing.</summary>
    /// <param name="form">The action it was read from.</param>
    /// <param name="stored">The task as it stands; <see langword="null"/> for a new one.</param>
    /// <param name="people">Who can be given a task.</param>
    /// <param name="today">The day it is now, Japan.</param>
    public LocalText? ErrorIn(
        ActionForm form,
        PreparationTask? stored,
        IReadOnlyList<PersonRef> people,
        DateOnly today
    ) =>
        Text.Length is 0 or > PreparationTask.TextLength ? Texts.TextError
        : !form.TryDay("in_due", out _) ? Texts.DueError
        : Due < today && Due != stored?.FixedDue ? Texts.DueIsPast
        : Due is null && Lead is not (>= 0 and <= TaskTemplate.LongestLead) ? Texts.LeadError
        : Owner is not null && Owner != stored?.Owner?.ObjectId && people.All(p => p.ObjectId != Owner)
            ? Texts.OwnerError
        : null;

    /// <summary>The task it makes of the one that stands, or of nothing.</summary>
    public PreparationTask Apply(
        BotTurn turn,
        CouncilView view,
        PreparationTask? stored,
        IReadOnlyList<PersonRef> people
    )
    {
        PreparationTask task = stored ?? new(Id, "", 0);
        task = task with
        {
            Text = view.Stored(turn, Text, stored?.Text),
            Lead = Lead is >= 0 and <= TaskTemplate.LongestLead ? Lead.Value : task.Lead,
            FixedDue = Due,
        };
        return Owner == task.Owner?.ObjectId
            ? task
            : Given(task, people.FirstOrDefault(p => p.ObjectId == Owner), turn);
    }

    /// <summary>A task given to somebody, or taken from who had it.</summary>
    public static PreparationTask Given(PreparationTask task, PersonRef? owner, BotTurn turn) =>
        task with
        {
            Owner = owner,
            AssignedAt = owner is null ? null : turn.Now,
            AssignedBy = owner is null ? null : turn.Person!.Ref,
        };

    /// <summary>A short name of what the card of a task shows.</summary>
    public static string VersionOf(PreparationTask task) =>
        ShownVersion.Of(task.Text, $"{task.Lead}", $"{task.FixedDue}", task.Owner?.ObjectId);
}

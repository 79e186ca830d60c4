using System.Reflection;
using System.Text.Json;
using Renkei.Room.Conversations;
using Renkei.Room.PageApi;

namespace Renkei.Room.Lesson;

/// <summary>Follows the first lesson from what its person says and presses. Safe for many threads.</summary>
internal sealed class LessonProgress
{
    private readonly Lock gate = new();
    private readonly LessonPlan plan;
    private readonly RoomLedger ledger;
    private readonly RoomEvents events;

    public LessonProgress(LessonPlan plan, RoomLedger ledger, RoomEvents events) =>
        (this.plan, this.ledger, this.events) = (plan, ledger, events);

    public LessonState State
    {
        get
        {
            IReadOnlySet<string> done = ledger.LessonSteps;
            LessonStep? current = plan.Steps.FirstOrDefault(s => !done.Contains(s.Id));
            return new(
                plan.Person,
                plan.Title,
                [.. plan.Steps.Select(s => new LessonStepState(s.Id, s.Hint, done.Contains(s.Id)))],
                current?.Id,
                current is null
            );
        }
    }

    /// <summary>The plan that comes with the room.</summary>
    public static LessonPlan FirstRound()
    {
        using Stream json = Assembly.GetExecutingAssembly().GetManifestResourceStream("first-round.json")!;
        return JsonSerializer.Deserialize(json, RoomJson.Readable.LessonPlan)!;
    }

    public void Said(string person, string text) =>
        Advance(
            person,
            step => step.Said is { } words && words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase))
        );

    public void Pressed(string person, string? verb, string? title) =>
        Advance(
            person,
            step =>
                step.Pressed is { } verbs
                && verbs.Any(v =>
                    (verb ?? "").StartsWith(v, StringComparison.Ordinal)
                    || (title ?? "").Contains(v, StringComparison.OrdinalIgnoreCase)
                )
        );

    private void Advance(string person, Func<LessonStep, bool> isDone)
    {
        if (person != plan.Person)
        {
            return;
        }
        lock (gate)
        {
            IReadOnlySet<string> done = ledger.LessonSteps;
            LessonStep? current = plan.Steps.FirstOrDefault(s => !done.Contains(s.Id));
            if (current is null || !isDone(current))
            {
                return;
            }
            ledger.AddLessonStep(current.Id);
        }
        events.Publish("lesson", State, RoomJson.Readable.LessonState);
    }
}

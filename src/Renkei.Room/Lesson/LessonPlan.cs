using Renkei.Room.Scenario;

namespace Renkei.Room.Lesson;

/// <summary>A guided round: who does it and its steps in order.</summary>
/// <param name="Person">Key of the person it is played as.</param>
/// <param name="Title">Its name.</param>
/// <param name="Steps">The steps; each counts only after those before it.</param>
internal sealed record LessonPlan(string Person, Bilingual Title, IReadOnlyList<LessonStep> Steps);

/// <summary>One step. Either condition, where it is set, completes it.</summary>
/// <param name="Id">Stays the same when the wording changes.</param>
/// <param name="Hint">What to do now.</param>
/// <param name="Said">The person said a text that contains one of these.</param>
/// <param name="Pressed">The person pressed an action whose verb begins with, or whose title contains, one of these.</param>
internal sealed record LessonStep(
    string Id,
    Bilingual Hint,
    IReadOnlyList<string>? Said = null,
    IReadOnlyList<string>? Pressed = null
);

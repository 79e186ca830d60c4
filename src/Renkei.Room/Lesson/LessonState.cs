using Renkei.Room.Scenario;

namespace Renkei.Room.Lesson;

/// <summary>How far the lesson is, for the page.</summary>
/// <param name="Person">Key of the person it is played as.</param>
/// <param name="Title">Its name.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="Current">Id of the step to do now; <see langword="null"/> when all are done.</param>
/// <param name="Done">Whether all are done.</param>
internal sealed record LessonState(
    string Person,
    Bilingual Title,
    IReadOnlyList<LessonStepState> Steps,
    string? Current,
    bool Done
);

/// <summary>A step, for the page.</summary>
internal sealed record LessonStepState(string Id, Bilingual Hint, bool Done);

using Renkei.Domain.Time;

namespace Renkei.Domain.Councils;

/// <summary>The steps of preparing a council, in order (R12).</summary>
public enum CouncilStep
{
    /// <summary>目的・テーマ.</summary>
    Purpose,

    /// <summary>参集者.</summary>
    Participants,

    /// <summary>日程.</summary>
    Date,

    /// <summary>資料.</summary>
    Papers,

    /// <summary>準備の作業.</summary>
    Tasks,

    /// <summary>事前情報収集シート.</summary>
    Sheets,

    /// <summary>案内.</summary>
    Invitation,

    /// <summary>当日.</summary>
    Day,

    /// <summary>記録.</summary>
    Minutes,
}

/// <summary>How ready a council is: each step with how much of it is done, and what is missing.</summary>
/// <param name="Steps">All steps in order.</param>
/// <param name="Missing">What is missing, most urgent first.</param>
public sealed record Readiness(IReadOnlyList<StepState> Steps, IReadOnlyList<MissingThing> Missing)
{
    /// <summary>The steps that come before the day.</summary>
    public const int PreparationSteps = (int)CouncilStep.Day;

    /// <summary>How many of the <see cref="PreparationSteps"/> are complete.</summary>
    public int Complete => Steps.Count(s => s.Step < CouncilStep.Day && s.IsComplete);

    /// <summary>The first step before the day that is not complete; <see langword="null"/> when all are.</summary>
    public CouncilStep? Next => Steps.FirstOrDefault(s => s.Step < CouncilStep.Day && !s.IsComplete)?.Step;

    /// <summary>The state of a step.</summary>
    public StepState this[CouncilStep step] => Steps[(int)step];

    /// <summary>Judges a council.</summary>
    /// <param name="council">The council.</param>
    /// <param name="template">Its kind: who is needed.</param>
    /// <param name="days">The office's business days.</param>
    public static Readiness Of(Council council, CouncilTemplate template, BusinessDays days)
    {
        BackwardPlan? plan = council.PlanIn(days);
        Sector[] absent =
        [
            .. template
                .Participants.Where(u => u.Needed)
                .Select(u => u.Sector)
                .Distinct()
                .Where(s => council.Participants.All(p => p.SectorCode != s.Code)),
        ];
        int needed = template.Participants.Where(u => u.Needed).Select(u => u.Sector).Distinct().Count();
        PreparationTask[] open = [.. council.Tasks.Where(t => !council.IsDone(t))];
        int invited = council.Participants.Count(p => p.InvitedAt is not null);
        int attendance = council.Participants.Count(p => p.Attended is not null);
        List<StepState> steps =
        [
            Of(CouncilStep.Purpose, council.Purpose.Length > 0),
            new(
                CouncilStep.Participants,
                needed - absent.Length,
                needed,
                council.Participants.Count > 0 && absent.Length == 0
            ),
            Of(CouncilStep.Date, council.When is not null),
            Count(CouncilStep.Papers, council.Papers.Count(p => p.IsReady), council.Papers.Count),
            Count(CouncilStep.Tasks, council.Tasks.Count - open.Length, council.Tasks.Count),
            council.WithoutSheet
                ? Of(CouncilStep.Sheets, true)
                : new(
                    CouncilStep.Sheets,
                    council.SheetsAnswered,
                    council.AskedForSheet().Count,
                    council.Sheet is { SentAt: not null } && council.SheetsAnswered >= council.AskedForSheet().Count
                ),
            Count(CouncilStep.Invitation, invited, council.Participants.Count),
            Count(CouncilStep.Day, attendance, council.Participants.Count),
            Of(CouncilStep.Minutes, council.Status == CouncilStatus.Held),
        ];
        List<MissingThing> missing = [];
        missing.AddRange(absent.Select(s => new MissingThing(MissingKind.Sector, s.Code, "", null)));
        if (council.When is null)
        {
            missing.Add(new(MissingKind.Date, "", "", null));
        }
        DateOnly? papersDue = council.Tasks.FirstOrDefault(t => t.Id is "send-papers") is { } send
            ? plan?.DueOf(send)
            : null;
        missing.AddRange(
            council
                .Papers.Where(p => !p.IsReady)
                .Select(p => new MissingThing(MissingKind.Paper, p.Title, p.By, papersDue ?? council.When?.Date))
        );
        missing.AddRange(
            open.Select(t => new MissingThing(MissingKind.Task, t.Text, t.Owner?.Name ?? "", plan?.DueOf(t)))
        );
        if (council.Sheet is { SentAt: not null } sent && council.AskedForSheet().Count > council.SheetsAnswered)
        {
            missing.Add(
                new(MissingKind.Sheets, $"{council.AskedForSheet().Count - council.SheetsAnswered}", "", sent.Deadline)
            );
        }
        // What has a day comes first, the nearest day first; the rest stays in the order of the steps.
        return new(steps, [.. missing.OrderBy(m => m.Until ?? DateOnly.MaxValue)]);
    }

    private static StepState Of(CouncilStep step, bool complete) => new(step, complete ? 1 : 0, 1, complete);

    private static StepState Count(CouncilStep step, int done, int all) => new(step, done, all, all > 0 && done == all);
}

/// <summary>How much of a step is done.</summary>
/// <param name="Step">The step.</param>
/// <param name="Done">So many.</param>
/// <param name="All">Of so many; 0 where nothing was listed yet.</param>
/// <param name="IsComplete">Whether nothing of it is missing.</param>
public sealed record StepState(CouncilStep Step, int Done, int All, bool IsComplete);

/// <summary>Something that is missing before a council can take place.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="What">The sector's code, the paper, the task, or how many sheets; empty for the date.</param>
/// <param name="Who">Who has to bring it; empty where nobody is named.</param>
/// <param name="Until">Until when, Japan; <see langword="null"/> while it is open.</param>
public sealed record MissingThing(MissingKind Kind, string What, string Who, DateOnly? Until);

/// <summary>What kind of thing is missing.</summary>
public enum MissingKind
{
    /// <summary>Nobody of a sector that is needed.</summary>
    Sector,

    /// <summary>The date.</summary>
    Date,

    /// <summary>A paper.</summary>
    Paper,

    /// <summary>A task.</summary>
    Task,

    /// <summary>Answers to the information sheet.</summary>
    Sheets,
}

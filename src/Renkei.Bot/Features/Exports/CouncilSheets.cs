using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Workbooks;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Exports.ExportTexts;

namespace Renkei.Bot.Features.Exports;

/// <summary>The councils of a centre as tables: the meetings, what has to be done for them, what was agreed.</summary>
internal static class CouncilSheets
{
    /// <summary>The meetings as those see them who prepare them.</summary>
    public static SheetTable Meetings(BotTurn turn, IReadOnlyList<CouncilView> councils) =>
        new(
            turn.In(Texts.Meetings),
            [
                new(turn.In(Texts.Title), 36),
                new(turn.In(Texts.Kind), 24),
                new(turn.In(Texts.Status), 10),
                new(turn.In(Texts.Day), 18),
                new(turn.In(Texts.From), 8),
                new(turn.In(Texts.To), 8),
                new(turn.In(Texts.Wished), 12),
                new(turn.In(Texts.Room), 24),
                new(turn.In(Texts.Online), 24),
                new(turn.In(Texts.Purpose), 40),
                new(turn.In(Texts.Coordinators), 18),
                new(turn.In(Texts.Invited), 8),
                new(turn.In(Texts.Attending), 8),
                new(turn.In(Texts.NotComing), 8),
                new(turn.In(Texts.Undecided), 8),
                new(turn.In(Texts.Silent), 8),
                new(turn.In(Texts.Ready), 12),
                new(turn.In(Texts.Missing), 44),
            ],
            [.. councils.Select(v => Meeting(turn, v))]
        );

    /// <summary>The meetings as somebody sees them who is invited.</summary>
    public static SheetTable Invitations(BotTurn turn, IReadOnlyList<CouncilView> councils) =>
        new(
            turn.In(Texts.Meetings),
            [
                new(turn.In(Texts.Title), 36),
                new(turn.In(Texts.Kind), 24),
                new(turn.In(Texts.Status), 10),
                new(turn.In(Texts.Day), 18),
                new(turn.In(Texts.From), 8),
                new(turn.In(Texts.To), 8),
                new(turn.In(Texts.Room), 24),
                new(turn.In(Texts.Online), 24),
                new(turn.In(Texts.YourAnswer), 12),
            ],
            [
                .. councils.Select(v =>
                    (IReadOnlyList<Cell>)
                        [
                            .. Head(turn, v),
                            .. Times(v.Council),
                            Cell.Of(v.Council.Place),
                            Cell.Of(v.Council.OnlineLink),
                            Cell.Of(
                                turn.In(
                                    Texts.Answer(
                                        v.Council.ParticipantWith(turn.PersonId.ObjectId)?.Rsvp ?? Rsvp.Unknown
                                    )
                                )
                            ),
                        ]
                ),
            ]
        );

    /// <summary>What has to be done: open work first, the most urgent on top.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="councils">The councils.</param>
    /// <param name="owner">Whose tasks; everybody's for <see langword="null"/>.</param>
    public static SheetTable Tasks(BotTurn turn, IReadOnlyList<CouncilView> councils, string? owner) =>
        new(
            turn.In(Texts.Work),
            [
                new(turn.In(Texts.Title), 36),
                new(turn.In(Texts.Day), 18),
                new(turn.In(Texts.Task), 44),
                new(turn.In(Texts.Due), 18),
                new(turn.In(Texts.Owner), 14),
                new(turn.In(Texts.Status), 10),
                new(turn.In(Texts.DoneBy), 14),
                new(turn.In(Texts.DoneAt), 17),
            ],
            [
                .. councils
                    .SelectMany(v => v.Council.Tasks.Select(t => (View: v, Task: t)))
                    .Where(t => owner is null || t.Task.Owner?.ObjectId == owner)
                    .OrderBy(t => t.View.Council.Status != CouncilStatus.Preparing || t.View.Council.IsDone(t.Task))
                    .ThenBy(t => DueOf(t.View, t.Task) ?? DateOnly.MaxValue)
                    .Select(t => Task(turn, t.View, t.Task)),
            ]
        );

    /// <summary>What was agreed: what is open first, the most urgent on top.</summary>
    public static SheetTable Agreements(BotTurn turn, IReadOnlyList<CouncilView> councils) =>
        new(
            turn.In(Texts.Agreements),
            [
                new(turn.In(Texts.Title), 36),
                new(turn.In(Texts.Day), 18),
                new(turn.In(Texts.Agreed), 44),
                new(turn.In(Texts.Who), 24),
                new(turn.In(Texts.Until), 18),
                new(turn.In(Texts.Status), 10),
                new(turn.In(Texts.DoneBy), 14),
                new(turn.In(Texts.DoneAt), 17),
            ],
            [
                .. councils
                    .SelectMany(v => v.Council.Minutes.Agreements.Select(a => (View: v, Agreement: a)))
                    .OrderBy(a => a.Agreement.Done is not null)
                    .ThenBy(a => a.Agreement.Due)
                    .Select(a => Agreement(turn, a.View, a.Agreement)),
            ]
        );

    private static Cell[] Head(BotTurn turn, CouncilView view) =>
        [
            Cell.Of(view.Council.Title),
            Cell.Of(view.Template.Name.In(turn.Language)),
            Cell.Of(turn.In(Texts.StatusName(view.Council.Status))),
        ];

    private static Cell[] Times(Council council) =>
        [Cell.Of(council.When?.Date), Cell.Of(council.When?.Start), Cell.Of(council.When?.End)];

    private static IReadOnlyList<Cell> Meeting(BotTurn turn, CouncilView view)
    {
        Council council = view.Council;
        bool isOpen = council.Status == CouncilStatus.Preparing;
        DateOnly month = council.WishedMonth;
        Cell Count(Rsvp answer) => Cell.Of(council.Participants.Count(p => p.Rsvp == answer));
        return
        [
            .. Head(turn, view),
            .. Times(council),
            Cell.Of(FormattableString.Invariant($"{month.Year}/{month.Month:D2}")),
            Cell.Of(council.Place),
            Cell.Of(council.OnlineLink),
            Cell.Of(council.Purpose),
            Cell.Of(string.Join(turn.In(CommonTexts.ListComma), council.Coordinators.Select(c => c.Name))),
            Cell.Of(council.Participants.Count),
            Count(Rsvp.Yes),
            Count(Rsvp.No),
            Count(Rsvp.Maybe),
            Count(Rsvp.Unknown),
            Cell.Of(view.Readiness.Complete),
            Cell.Of(
                isOpen
                    ? string.Join(
                        '\n',
                        view.Readiness.Missing.Select(m => Missing.Line(m, view.Template, view.Today, turn.Language))
                    )
                    : ""
            ),
        ];
    }

    private static IReadOnlyList<Cell> Task(BotTurn turn, CouncilView view, PreparationTask task)
    {
        Council council = view.Council;
        DateOnly? due = DueOf(view, task);
        bool isDone = council.IsDone(task);
        return
        [
            Cell.Of(council.Title),
            Cell.Of(council.When?.Date),
            Cell.Of(view.Worded(turn, task.Text)),
            Cell.Of(due),
            Cell.Of(task.Owner?.Name),
            Cell.Of(
                turn.In(
                    isDone ? Texts.Done
                    : council.Status != CouncilStatus.Preparing ? Texts.StatusName(council.Status)
                    : due < view.Today ? Texts.Overdue
                    : Texts.StillOpen
                )
            ),
            Cell.Of(task.Done?.By.Name),
            Cell.Of(task.Done?.At),
        ];
    }

    private static IReadOnlyList<Cell> Agreement(BotTurn turn, CouncilView view, Agreement agreement) =>
        [
            Cell.Of(view.Council.Title),
            Cell.Of(view.Council.When?.Date),
            Cell.Of(agreement.What),
            Cell.Of(agreement.Who),
            Cell.Of(agreement.Due),
            Cell.Of(
                turn.In(
                    agreement.Done is not null ? Texts.Done
                    : agreement.Due < view.Today ? Texts.Overdue
                    : Texts.StillOpen
                )
            ),
            Cell.Of(agreement.Done?.By.Name),
            Cell.Of(agreement.Done?.At),
        ];

    private static DateOnly? DueOf(CouncilView view, PreparationTask task) => view.Plan?.DueOf(task) ?? task.FixedDue;
}

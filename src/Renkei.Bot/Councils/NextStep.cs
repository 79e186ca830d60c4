using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;

namespace Renkei.Bot.Councils;

/// <summary>The next useful step of a council with its reason (R9).</summary>
/// <param name="Step">Where it is done.</param>
/// <param name="Reason">One sentence.</param>
internal sealed record NextStep(CouncilStep Step, LocalText Reason)
{
    /// <summary>The next useful step, or <see langword="null"/> where nothing is left to do.</summary>
    public static NextStep? Of(CouncilView view)
    {
        Council council = view.Council;
        return council.Status != CouncilStatus.Preparing ? null
            : view.DayHasCome ? OnTheDay(view)
            : Foundations(view) ?? MostUrgent(view) ?? Ready;
    }

    private static NextStep Ready { get; } =
        new(
            CouncilStep.Day,
            new(
                "準備はそろいました。当日の進め方を確かめましょう。",
                "Everything is ready. Look at how the day will go."
            )
        );

    private static NextStep OnTheDay(CouncilView view) =>
        view.Council.When!.Date == view.Today
            ? new(
                CouncilStep.Day,
                new(
                    "今日が会議の日です。次第と出席を開いておきましょう。",
                    "It is today. Open the agenda and attendance."
                )
            )
            : new(
                CouncilStep.Minutes,
                new(
                    "会議が終わりました。忘れないうちに、決まったことを記録しましょう。",
                    "The meeting is over. Write down what was decided while it is fresh."
                )
            );

    /// <summary>What all the rest hangs on: purpose, the people who are needed, the date.</summary>
    private static NextStep? Foundations(CouncilView view)
    {
        Council council = view.Council;
        if (council.Purpose.Length == 0)
        {
            return new(
                CouncilStep.Purpose,
                new(
                    "目的が決まると、呼ぶ人と議題が決まります。まず目的を一文に。",
                    "Purpose first: it settles who is needed and what is discussed."
                )
            );
        }
        if (!view.Readiness[CouncilStep.Participants].IsComplete)
        {
            MissingThing? sector = view.Readiness.Missing.FirstOrDefault(m => m.Kind == MissingKind.Sector);
            return new(
                CouncilStep.Participants,
                sector is not null && Sector.Find(sector.What)?.Name is { } name
                    ? new(
                        $"{name.Ja}の方がまだいません。参集者を決めましょう。",
                        $"Nobody from: {name.En}. Settle who takes part."
                    )
                    : new("参集者を決めましょう。", "Settle who takes part.")
            );
        }
        return council.When is null
            ? new(
                CouncilStep.Date,
                new(
                    "日程が決まると、作業の期限がすべて決まります。",
                    "Once the date is set, every task gets its due date."
                )
            )
            : null;
    }

    /// <summary>Whatever is due next.</summary>
    private static NextStep? MostUrgent(CouncilView view)
    {
        (CouncilStep Step, LocalText What, DateOnly Due)[] open =
        [
            .. view
                .Council.Tasks.Where(t => !view.Council.IsDone(t))
                .Select(t =>
                    (
                        StepOf(t),
                        new LocalText(t.Text, view.Template.Worded(t.Text, Language.English)),
                        view.Plan!.DueOf(t)
                    )
                ),
            .. view
                .Readiness.Missing.Where(m => m is { Kind: MissingKind.Paper, Until: not null })
                .Select(m =>
                    (
                        CouncilStep.Papers,
                        new LocalText(m.What, view.Template.Worded(m.What, Language.English)),
                        m.Until!.Value
                    )
                ),
        ];
        if (open.Length == 0)
        {
            return view.Readiness.Next is { } step ? new(step, Missing.StepOpen(step)) : null;
        }
        (CouncilStep where, LocalText what, DateOnly due) = open.MinBy(o => o.Due);
        string ja = TokyoTime.Brief(due, Language.Japanese);
        string en = TokyoTime.Brief(due, Language.English);
        return new(
            where,
            due < view.Today
                ? new($"「{what.Ja}」が{ja}の期限をすぎています。", $"“{what.En}” was due on {en}.")
                : new($"次の期限は{ja}の「{what.Ja}」です。", $"Next is “{what.En}”, due {en}.")
        );
    }

    private static CouncilStep StepOf(PreparationTask task) =>
        task.Id switch
        {
            "sheet" or "sheet-answers" => CouncilStep.Sheets,
            "invite" => CouncilStep.Invitation,
            "papers" => CouncilStep.Papers,
            _ => CouncilStep.Tasks,
        };
}

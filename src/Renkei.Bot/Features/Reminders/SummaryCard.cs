using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Reminders.ReminderTexts;

namespace Renkei.Bot.Features.Reminders;

/// <summary>What coordinators get as a council comes nearer: the next step, open tasks, who comes, missing sheets.</summary>
internal static class SummaryCard
{
    private const int TasksShown = 5;
    private const int NamesShown = 3;

    public static ReminderCard Draw(ReminderPen pen, PageNotice? notice)
    {
        Council council = pen.Council;
        if (council.Status == CouncilStatus.Cancelled || council.When is not { } when)
        {
            return pen.Settled(
                council.Status == CouncilStatus.Cancelled ? Texts.Cancelled : Texts.Meeting,
                council.Title,
                council.Status == CouncilStatus.Cancelled ? Texts.CouncilCancelled : Texts.DateOpen,
                notice
            );
        }
        bool isOver = pen.View.IsOver;
        LocalText about =
            isOver ? Texts.Over
            : when.Date == pen.Today ? Texts.TodayIs
            : Texts.DaysBefore(pen.View.View.Days.Between(pen.Today, when.Date));
        PreparationTask[] open =
        [
            .. council
                .Tasks.Where(t => !council.IsDone(t))
                .OrderBy(t => t.Owner?.ObjectId == pen.To.ObjectId ? 0 : 1)
                .ThenBy(pen.DueOf),
        ];
        List<CardElement> content = [];
        if (pen.Key.From != ReminderDay.Of(when.Date))
        {
            content.Add(BotCards.Notice(pen.In(Texts.DateIsNow(when.Full(pen.Language))), ContainerStyle.Attention));
        }
        if (NextStep.Of(pen.View.View) is { } next)
        {
            content.Add(new TextBlock(CardText.Escape(pen.In(next.Reason))) { Weight = TextWeight.Bolder });
        }
        if (!isOver)
        {
            content.Add(
                new TextBlock(pen.In(open.Length == 0 ? Texts.NothingOpen : Texts.OpenTasks(open.Length)))
                {
                    Weight = open.Length == 0 ? null : TextWeight.Bolder,
                    Separator = true,
                }
            );
            content.AddRange(open.Take(TasksShown).Select(t => Line(pen, t)));
            if (open.Length > TasksShown)
            {
                content.Add(TextBlock.Remark(pen.In(Texts.MoreTasks(open.Length - TasksShown))));
            }
        }
        Fact[] facts = [.. Facts(pen)];
        if (facts.Length > 0)
        {
            content.Add(new FactSet(facts) { Separator = true });
        }
        List<AdaptiveAction> actions = [.. pen.OpenCouncil()];
        if (pen.CanComeAgain)
        {
            actions.Add(pen.Button(Texts.Later, ReminderVerbs.Later));
        }
        if (pen.MayEdit && !isOver && open.Length > 0)
        {
            actions.Add(pen.Button(Texts.Hand, ReminderVerbs.Hand));
        }
        actions.AddRange(pen.MoveCouncil());
        if (pen.MayRead)
        {
            actions.Add(pen.OpenLedger());
        }
        return pen.Card(about, council.Title, notice, content, actions);
    }

    private static ColumnSet Line(ReminderPen pen, PreparationTask task)
    {
        DateOnly? due = pen.DueOf(task);
        string who = task.Owner is { } owner
            ? pen.In(Texts.San(CardText.Escape(owner.Name)))
            : pen.In(Texts.WithoutOwner);
        string when =
            due is not { } day ? who
            : day <= pen.Today ? pen.Language.Beside(who, pen.In(pen.DueState(day)))
            : pen.Language.Beside(who, pen.In(Texts.Until(pen.Brief(day))));
        Column text = new(
            ColumnWidth.Stretch,
            [
                new TextBlock(pen.Written(task.Text)),
                new TextBlock(when)
                {
                    Size = TextSize.Small,
                    Spacing = Spacing.None,
                    IsSubtle = due is null || due > pen.Today,
                    Color = due < pen.Today ? TextColor.Attention : null,
                },
            ]
        );
        return pen.MayEdit || task.Owner?.ObjectId == pen.To.ObjectId
            ? new([
                text,
                new(
                    ColumnWidth.Auto,
                    [
                        new ActionSet([
                            pen.Button(Texts.DoneShort, ReminderVerbs.Done, task.Id) with
                            {
                                Tooltip = pen.Worded(task.Text),
                            },
                        ]),
                    ]
                ),
            ])
            : new([text]);
    }

    private static IEnumerable<Fact> Facts(ReminderPen pen)
    {
        Council council = pen.Council;
        Participant[] invited = [.. council.Participants.Where(p => p.InvitedAt is not null)];
        if (invited.Length > 0)
        {
            int Count(Rsvp answer) => invited.Count(p => p.Rsvp == answer);
            yield return new(
                pen.In(Texts.Attendance),
                pen.In(Texts.Counted(Count(Rsvp.Yes), Count(Rsvp.No), Count(Rsvp.Maybe), Count(Rsvp.Unknown)))
            );
        }
        if (council is { WithoutSheet: false, Sheet.SentAt: not null })
        {
            string[] missing =
            [
                .. council
                    .AskedForSheet()
                    .Where(p => !council.SheetAnsweredBy.Contains(p.Id))
                    .Select(p => CardText.Escape(p.Label)),
            ];
            string names = string.Join(pen.In(CommonTexts.ListComma), missing.Take(NamesShown));
            yield return new(
                pen.In(Texts.Sheets),
                pen.In(
                    Texts.SheetsIn(
                        council.SheetsAnswered,
                        council.AskedForSheet().Count,
                        missing.Length == 0
                            ? ""
                            : pen.In(Texts.AndMore(names, Math.Max(0, missing.Length - NamesShown)))
                    )
                )
            );
        }
        if (council.Papers.Count > 0)
        {
            yield return new(
                pen.In(Texts.Papers),
                pen.In(Texts.PapersReady(council.Papers.Count(p => p.IsReady), council.Papers.Count))
            );
        }
        if (council.Place.Length > 0)
        {
            yield return new(pen.In(Texts.Place), CardText.Escape(council.Place));
        }
    }
}

/// <summary>Days as keys write them.</summary>
internal static class ReminderDay
{
    public static string Of(DateOnly day) =>
        day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
}

using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Councils.Reminders;
using Renkei.Domain.People;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Reminders.ReminderTexts;

namespace Renkei.Bot.Features.Reminders;

/// <summary>Writes the parts reminders have in common, for one reader.</summary>
internal sealed class ReminderPen(ReminderView view, ReminderKey key, ReminderReader to)
{
    public ReminderView View => view;
    public Council Council => view.Council;
    public ReminderKey Key => key;
    public ReminderReader To => to;
    public Language Language => to.Language;
    public DateOnly Today => view.View.Today;

    /// <summary>Whether the reader may change the council.</summary>
    public bool MayEdit => to.Person is { } person && Council.MayEdit(person);

    /// <summary>Whether the reader may see the whole council.</summary>
    public bool MayRead => to.Person is { } person && Council.MayRead(person);

    public string In(LocalText text) => to.In(text);

    /// <summary>What people wrote; lines of the template in the reader's language. Not escaped.</summary>
    public string Worded(string text) => view.View.Template.Worded(text, Language);

    /// <summary>The same made safe for Markdown.</summary>
    public string Written(string text) => CardText.Escape(Worded(text));

    public string Brief(DateOnly day) => TokyoTime.Brief(day, Language);

    public string Brief(DateTimeOffset instant) => TokyoTime.Brief(instant, Language);

    /// <summary>東部圏域 協議の場｜2026年12月18日(金) 14:00–16:00.</summary>
    public string MeetingLine()
    {
        string title = CardText.Escape(Council.Title);
        return Language.Beside(title, WhenLine());
    }

    private string WhenLine() => Council.When is { } when ? when.Full(Language) : In(Texts.DateOpen);

    /// <summary>Until when a task is to be done: a day set by hand holds without a date of the meeting too.</summary>
    public DateOnly? DueOf(PreparationTask task) => view.View.Plan?.DueOf(task) ?? task.FixedDue;

    /// <summary>Due in so many business days, today, or overdue by so many.</summary>
    public LocalText DueState(DateOnly due) =>
        due == Today ? Texts.DueToday
        : due > Today ? Texts.DueIn(view.View.Days.Between(Today, due))
        : Texts.Overdue(view.View.Days.Between(due, Today));

    /// <summary>The morning of the next business day (UTC), when "tomorrow again" comes.</summary>
    public DateTimeOffset NextMorning => TokyoTime.Instant(view.View.Days.Next(Today), ReminderPlan.Morning);

    /// <summary>Whether it makes sense to be reminded again on the next business day.</summary>
    public bool CanComeAgain =>
        key.To == to.ObjectId
        && key.Kind switch
        {
            ReminderKind.AgreementDue or ReminderKind.AgreementOverdue => true,
            ReminderKind.Ahead or ReminderKind.TaskDue or ReminderKind.TaskWithoutOwner or ReminderKind.TaskOverdue =>
                !view.IsOver
                    && (
                        NextMorning < Council.When?.EndsAt
                        || Council.Tasks.Any(t => t.Id == key.About && DueOf(t) > Council.When?.Date)
                    ),
            _ => false,
        };

    /// <summary>A button of this reminder.</summary>
    public ExecuteAction Button(
        LocalText title,
        string verb,
        string? task = null,
        string? seenOwner = null,
        bool secondary = false
    )
    {
        ActionData data = ActionData.Of(("c", Council.Id.ToString()), ("k", key.ToString()));
        if (task is not null)
        {
            data = data.With("t", task);
        }
        if (seenOwner is not null)
        {
            data = data.With("w", seenOwner);
        }
        return new(In(title), verb, data) { IgnoresInputs = true, IsSecondary = secondary };
    }

    /// <summary>Leads to the council, for those who may see it.</summary>
    public IEnumerable<AdaptiveAction> OpenCouncil(bool secondary = false) =>
        MayRead
            ?
            [
                new ExecuteAction(
                    In(Texts.OpenCouncil),
                    CouncilPage.ShowVerb,
                    ActionData.Of(("c", Council.Id.ToString()))
                )
                {
                    IgnoresInputs = true,
                    IsSecondary = secondary,
                },
            ]
            : [];

    /// <summary>Leads to the council's date, for those who may move it.</summary>
    public IEnumerable<AdaptiveAction> MoveCouncil() =>
        MayEdit && !view.IsOver
            ?
            [
                new ExecuteAction(
                    In(Texts.MoveCouncil),
                    CouncilPage.StepVerb,
                    ActionData.Of(("c", Council.Id.ToString()), ("s", (int)CouncilStep.Date + 1))
                )
                {
                    IgnoresInputs = true,
                    IsSecondary = true,
                },
            ]
            : [];

    /// <summary>Leads to the record of what was sent.</summary>
    public ExecuteAction OpenLedger() =>
        new(In(Texts.Ledger), ReminderVerbs.Ledger, ActionData.Of(("c", Council.Id.ToString())))
        {
            IgnoresInputs = true,
            IsSecondary = true,
        };

    /// <summary>Puts a card together.</summary>
    /// <param name="about">What it is: the first part of the heading.</param>
    /// <param name="what">What it is about, as people wrote it.</param>
    /// <param name="notice">What is said above.</param>
    /// <param name="content">The content.</param>
    /// <param name="actions">The buttons.</param>
    /// <param name="showsMeeting">Whether the line with the meeting stands below the heading.</param>
    public ReminderCard Card(
        LocalText about,
        string what,
        PageNotice? notice,
        IEnumerable<CardElement> content,
        IEnumerable<AdaptiveAction> actions,
        bool showsMeeting = true
    )
    {
        string summary = Language.Labelled(In(about), what);
        List<CardElement> body = [TextBlock.Heading(CardText.Escape(summary))];
        if (showsMeeting)
        {
            // The heading may have said already which council it is.
            body.Add(TextBlock.Remark(what == Council.Title ? WhenLine() : MeetingLine()));
        }
        body.AddRange(notice.Elements());
        body.AddRange(content);
        bool hasInputs = body.Any(e => e is CardInput);
        return new(
            Council.Id,
            summary,
            body,
            [.. actions],
            hasInputs ? null : Button(Texts.Refresh, ReminderVerbs.Show)
        );
    }

    /// <summary>The card when nothing is left to do: what became of it, and the way on.</summary>
    public ReminderCard Settled(LocalText about, string what, LocalText state, PageNotice? notice = null) =>
        Card(about, what, notice, [new TextBlock(In(state))], [.. OpenCouncil()]);

    /// <summary>The name of somebody of this council as shown; the object id's owner is looked for among all who take part.</summary>
    public string NameOf(string objectId) => CouncilNames.Find(Council, objectId) ?? In(Texts.Nobody);
}

using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Record.AgreementTexts;

namespace Renkei.Bot.Features.Record;

/// <summary>The cards of agreements: one of them, and those of all councils of a centre.</summary>
internal static class AgreementCards
{
    public const string ListVerb = "agree/list";
    public const string NewVerb = "agree/new";
    public const string EditVerb = "agree/edit";
    public const string SaveVerb = "agree/save";
    public const string DoneVerb = "agree/done";
    public const string RemoveVerb = "agree/remove";
    public const string RestoreVerb = "agree/restore";

    /// <summary>Value of <c>w</c>: the button stands on the list of all councils, and leads back to it.</summary>
    public const string FromList = "list";

    private const int PageSize = 8;

    /// <summary>One agreement, new or changed.</summary>
    public static CardReply Form(
        BotTurn turn,
        CouncilView view,
        AgreementForm form,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        Council council = view.Council;
        LocalText heading = form.IsNew ? Texts.Add : Texts.Heading;
        Choice[] people =
        [
            .. council
                .Participants.OrderBy(p => p.Attended == false)
                .Select(p => new Choice(p.InListOf(council.Participants.Count), p.Id)),
            new(turn.In(Texts.SomebodyElse), AgreementForm.SomebodyElse),
        ];
        List<CardElement> body =
        [
            new ChoiceSetInput("in_who", turn.In(Texts.Who), people)
            {
                Value =
                    people.Any(p => p.Value == form.ParticipantId) ? form.ParticipantId
                    : form.IsNew && form.Who.Length == 0 ? null
                    : AgreementForm.SomebodyElse,
            },
            new TextInput("in_else", turn.In(Texts.WhoElse))
            {
                Value = form.Who,
                MaxLength = Participant.NameLength * 2,
            },
            new TextInput("in_what", turn.In(Texts.What))
            {
                Value = form.What,
                MaxLength = Minutes.LineLength,
                IsMultiline = true,
                Placeholder = turn.In(Texts.WhatPlaceholder),
                IsRequired = true,
                ErrorMessage = turn.In(Texts.WhatError),
            },
            new DateInput("in_due", turn.In(Texts.Due))
            {
                Value = form.Due,
                IsRequired = true,
                ErrorMessage = turn.In(Texts.DueError),
            },
        ];
        ActionData data = Data(council.Id).With("i", form.Id).With("n", form.IsNew).With("v", form.Seen ?? "");
        List<AdaptiveAction> actions =
        [
            .. PersonalDataQuestion.Buttons(
                turn.Language,
                form.IsNew ? Texts.AddThis : CouncilTexts.Save,
                SaveVerb,
                data,
                asksPersonalData
            ),
        ];
        actions.Add(MinutesCards.BackButton(turn, council));
        if (!form.IsNew && council.Minutes.Agreements.Any(a => a.Id == form.Id))
        {
            actions.Add(Button(turn, Texts.Remove, RemoveVerb, Data(council.Id).With("i", form.Id)));
        }
        return CouncilPage.Form(turn, view, heading, notice, body, actions);
    }

    /// <summary>The agreements of all councils of a centre: open ones by due date, or those that were kept, the latest first.</summary>
    public static CardReply List(
        BotTurn turn,
        IReadOnlyList<ListedAgreement> agreements,
        bool kept,
        DateOnly today,
        int? page,
        PageNotice? notice,
        AdaptiveAction? undo
    )
    {
        int at = ListLine.Page(page, agreements.Count, PageSize);
        List<CardElement> body = [TextBlock.Heading(turn.In(kept ? Texts.Kept : Texts.List)), .. notice.Elements()];
        body.AddRange(ListLine.Undo(undo));
        if (agreements.Count == 0)
        {
            body.Add(new TextBlock(turn.In(kept ? Texts.NothingKept : Texts.NothingOpen)));
        }
        body.AddRange(
            agreements
                .Skip(at * PageSize)
                .Take(PageSize)
                .Select(a =>
                    Line(
                        turn,
                        a.Agreement,
                        a.Council,
                        today,
                        mayEdit: turn.IsPersonal,
                        data => data.With("w", FromList).With("k", kept).With("p", at),
                        a.Title,
                        CouncilPageButton(turn, a.Council)
                    )
                )
        );
        body.AddRange(
            ListLine.Paging(
                turn,
                at,
                agreements.Count,
                PageSize,
                (title, p) => Button(turn, title, ListVerb, ActionData.Of(("p", p), ("k", kept)))
            )
        );
        return BotCards.Reply(
            turn,
            turn.In(agreements.Count == 0 && !kept ? Texts.NothingOpen : Texts.List),
            body,
            [
                Button(turn, kept ? Texts.Open : Texts.Kept, ListVerb, ActionData.Of(("k", !kept))),
                BotCards.Button(turn, CommandCodes.Councils, CouncilTexts.List),
            ]
        );
    }

    /// <summary>One agreement in a list.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="agreement">The agreement.</param>
    /// <param name="council">Its council.</param>
    /// <param name="today">The day it is now, Japan.</param>
    /// <param name="mayEdit">Whether it can be marked.</param>
    /// <param name="with">What else the buttons carry.</param>
    /// <param name="title">The council's title where it has to be told; <see langword="null"/> where all are of one council.</param>
    /// <param name="more">A further button.</param>
    public static Container Line(
        BotTurn turn,
        Agreement agreement,
        CouncilId council,
        DateOnly today,
        bool mayEdit,
        Func<ActionData, ActionData> with,
        string? title,
        AdaptiveAction? more
    )
    {
        string state = agreement.Done is { } done
            ? turn.In(
                Texts.DoneBy(CardText.Escape(done.By.Name), TokyoTime.Brief(TokyoTime.DateOf(done.At), turn.Language))
            )
            : turn.In(Texts.Until(agreement.Due, today));
        string remark = turn.Language.Beside(CardText.Escape(agreement.Who), state);
        List<AdaptiveAction> buttons = [];
        if (mayEdit)
        {
            buttons.Add(
                new ExecuteAction(
                    turn.In(agreement.Done is null ? Texts.Done : Texts.NotDone),
                    DoneVerb,
                    with(Data(council).With("i", agreement.Id).With("d", agreement.Done is null))
                )
                {
                    IgnoresInputs = true,
                    Tooltip = agreement.What,
                }
            );
        }
        if (more is not null)
        {
            buttons.Add(more);
        }
        return ListLine.Of(
            CardText.Escape(agreement.What),
            title is null ? remark : turn.Language.Beside(remark, CardText.Escape(title)),
            buttons,
            needsALook: agreement.Done is null && agreement.Due < today
        );
    }

    /// <summary>A button to change an agreement.</summary>
    public static ExecuteAction EditButton(BotTurn turn, CouncilId council, Agreement agreement) =>
        new(turn.In(Texts.Edit), EditVerb, Data(council).With("i", agreement.Id))
        {
            IgnoresInputs = true,
            Tooltip = agreement.What,
        };

    /// <summary>A button that takes 済み, or its being taken back, back.</summary>
    public static ExecuteAction UndoDone(BotTurn turn, CouncilId council, string agreement, bool done, string? from) =>
        Button(
            turn,
            CouncilTexts.Undo,
            DoneVerb,
            Data(council).With("i", agreement).With("d", done).With("w", from ?? "")
        );

    /// <summary>A button that brings a removed agreement back.</summary>
    public static ExecuteAction UndoRemove(BotTurn turn, CouncilId council, string agreement, int revision) =>
        Button(turn, CouncilTexts.Undo, RestoreVerb, Data(council).With("i", agreement).With("r", revision));

    private static ExecuteAction CouncilPageButton(BotTurn turn, CouncilId council) =>
        Button(turn, Texts.ToMinutes, MinutesCards.ListVerb, Data(council));

    private static ExecuteAction Button(BotTurn turn, LocalText title, string verb, ActionData data) =>
        new(turn.In(title), verb, data) { IgnoresInputs = true };

    private static ActionData Data(CouncilId council) => ActionData.Of(("c", council.ToString()));
}

/// <summary>An agreement with its council, as the list over all councils shows it.</summary>
internal sealed record ListedAgreement(CouncilId Council, string Title, Agreement Agreement);

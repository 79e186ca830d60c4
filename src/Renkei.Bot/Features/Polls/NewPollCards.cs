using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Groups;
using Renkei.Bot.People;
using Renkei.Bot.Polls;
using Renkei.Bot.Scheduling;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Polls.PollTexts;

namespace Renkei.Bot.Features.Polls;

/// <summary>The cards before a poll exists: the form, and the question before anything is sent.</summary>
internal static class NewPollCards
{
    /// <summary>The form.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="form">What stands in it.</param>
    /// <param name="offer">What can be chosen.</param>
    /// <param name="notice">What is wrong.</param>
    /// <param name="asksPersonalData">Whether <paramref name="notice"/> asks about personal data.</param>
    public static CardReply Form(
        BotTurn turn,
        NewPollForm form,
        NewPollOffer offer,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        List<CardElement> body = [TextBlock.Heading(turn.In(Texts.FormHeading)), .. notice.Elements()];
        body.Add(
            new TextInput("in_title", turn.In(Texts.Title))
            {
                Value = form.Title,
                MaxLength = StoredPoll.TitleLength,
                Placeholder = turn.In(Texts.TitleHint),
            }
        );
        body.Add(
            new TextInput("in_dates", turn.In(Texts.Dates))
            {
                Value = form.Dates,
                IsMultiline = true,
                Placeholder = Texts.DatesHint,
            }
        );
        body.Add(TextBlock.Remark(turn.In(Texts.DatesHelp)));
        body.Add(
            new NumberInput("in_minutes", turn.In(Texts.Minutes))
            {
                Value = form.Minutes,
                Min = 15,
                Max = 600,
                ErrorMessage = turn.In(Texts.MinutesError),
            }
        );
        AddWhere(turn, form, offer, body);
        AddPeople(turn, form, offer, body);
        body.Add(new DateInput("in_day", turn.In(Texts.Deadline)) { Value = form.Day });
        body.Add(new TimeInput("in_time", turn.In(Texts.DeadlineTime)) { Value = form.Time });
        ActionData data = form.ToKey();
        List<AdaptiveAction> actions =
        [
            .. PersonalDataQuestion.Buttons(turn.Language, Texts.Next, PollVerbs.Check, data, asksPersonalData),
        ];
        actions.Add(BotCards.Button(turn, CommandCodes.Polls, Texts.Command, secondary: true));
        return BotCards.Reply(turn, turn.In(Texts.FormHeading), body, actions, about: SubjectOf(form));
    }

    /// <summary>The question: who is asked what, where, until when.</summary>
    public static CardReply Check(BotTurn turn, NewPollForm form, StoredPoll poll, BusinessDays days)
    {
        string comma = turn.In(CommonTexts.ListComma);
        IReadOnlyList<Invitee> voters = poll.Poll.Voters;
        string where = string.Join(
            comma,
            poll.Places.Select(p => CardText.Escape(p.Name)).Concat(poll.AsksEach ? [turn.In(Texts.Each)] : [])
        );
        string names = CardText.Escape(string.Join(comma, voters.Take(20).Select(v => v.Name)));
        if (voters.Count > 20)
        {
            names += turn.In(Texts.AndMore(voters.Count - 20));
        }
        List<Fact> facts =
        [
            new(turn.In(Texts.Until), TokyoTime.Full(poll.Poll.Deadline, turn.Language)),
            new(turn.In(Texts.At), where),
            new(turn.In(Texts.Asked), turn.In(Texts.PeopleAre(voters.Count, names))),
        ];
        if (poll.Poll.Quorum.Count > 0)
        {
            string needed = string.Join(comma, poll.Poll.Quorum.Select(q => q.Name.In(turn.Language)));
            facts.Add(new(turn.In(Texts.Needed), CardText.Escape(needed)));
        }
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Texts.CheckHeading)),
            new TextBlock(CardText.Escape(poll.Title)) { Weight = TextWeight.Bolder },
            .. poll.Poll.Candidates.Select(c => new TextBlock(c.Slot.Full(turn.Language)) { Spacing = Spacing.Small }),
            new FactSet(facts),
        ];
        Invitee[] byPhone = [.. voters.Where(v => !VoterKeys.IsAccount(v.Key))];
        if (byPhone.Length > 0)
        {
            string called = CardText.Escape(string.Join(comma, byPhone.Select(v => v.Name)));
            body.Add(TextBlock.Remark(turn.In(Texts.PhonePeople(byPhone.Length, called))));
        }
        if (PollPlan.NudgeAt(poll, days) is { } nudge)
        {
            body.Add(TextBlock.Remark(turn.In(Texts.NudgeIs(TokyoTime.Brief(nudge, turn.Language)))));
        }
        ActionData data = form.ToData();
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(turn.In(Texts.CheckHeading), poll.Title),
            body,
            [
                new ExecuteAction(turn.In(Texts.Start), PollVerbs.Make, data) { IgnoresInputs = true },
                new ExecuteAction(turn.In(Texts.Edit), PollVerbs.Edit, data) { IgnoresInputs = true },
            ],
            about: SubjectOf(form)
        );
    }

    private static void AddWhere(BotTurn turn, NewPollForm form, NewPollOffer offer, List<CardElement> body)
    {
        Choice[] places =
        [
            new(turn.In(Texts.Each), NewPollForm.EachCode),
            .. offer.Groups.Select(g => new Choice(offer.LabelOf(turn, g), g.Id)),
        ];
        body.Add(
            new ChoiceSetInput("in_where", turn.In(Texts.Where), places)
            {
                Values = [.. form.Where.Where(w => places.Any(p => p.Value == w))],
                IsMultiSelect = true,
                Style = ChoiceStyle.Expanded,
            }
        );
        if (offer.Groups.Count == 0)
        {
            body.Add(TextBlock.Remark(turn.In(Texts.NoGroups)));
            return;
        }
        body.Add(new ToggleInput("in_all", turn.In(Texts.AllOfThem), turn.In(Texts.AskAll)) { Value = form.AsksAll });
    }

    private static void AddPeople(BotTurn turn, NewPollForm form, NewPollOffer offer, List<CardElement> body)
    {
        if (offer.Asked.Count > 0)
        {
            string names = CardText.Escape(
                string.Join(turn.In(CommonTexts.ListComma), offer.Asked.Take(20).Select(v => v.Name))
            );
            if (offer.Asked.Count > 20)
            {
                names += turn.In(Texts.AndMore(offer.Asked.Count - 20));
            }
            body.Add(
                TextBlock.Remark(
                    turn.Language.Labelled(turn.In(Texts.Asked), turn.In(Texts.PeopleAre(offer.Asked.Count, names)))
                )
            );
        }
        if (offer.People.Count > 0)
        {
            body.Add(
                new ChoiceSetInput(
                    "in_people",
                    turn.In(Texts.People),
                    [.. offer.People.Select(p => new Choice(p.Who.Name, p.Who.ObjectId))]
                )
                {
                    Values = [.. form.People.Where(p => offer.People.Any(o => o.Who.ObjectId == p))],
                    IsMultiSelect = true,
                }
            );
        }
        body.Add(
            new TextInput("in_phone", turn.In(Texts.ByPhone))
            {
                Value = form.ByPhone,
                IsMultiline = true,
                Placeholder = turn.In(Texts.ByPhoneHint),
            }
        );
    }

    private static CardSubject SubjectOf(NewPollForm form) =>
        form.Plan is null ? CardSubject.None : SchedulingVerbs.SubjectOf(form.Plan);
}

/// <summary>What a new poll can choose from.</summary>
/// <param name="Groups">Conversations somebody of the centre was seen in.</param>
/// <param name="People">People of the centre and its area who are not asked anyway.</param>
/// <param name="Asked">Whom the plan asks; empty without one.</param>
internal sealed record NewPollOffer(
    IReadOnlyList<Group> Groups,
    IReadOnlyList<CentreMember> People,
    IReadOnlyList<Invitee> Asked
)
{
    /// <summary>A conversation as it is offered; Teams does not tell the name of each.</summary>
    public string LabelOf(BotTurn turn, Group group)
    {
        string kind = turn.In(group.IsChannel ? Texts.Channel : Texts.GroupChat);
        if (group.Label.Length > 0)
        {
            return turn.Language.Labelled(kind, group.Label);
        }
        Group[] nameless = [.. Groups.Where(g => g.Label.Length == 0 && g.IsChannel == group.IsChannel)];
        string number = nameless.Length < 2 ? "" : $" {Array.IndexOf(nameless, group) + 1}";
        return turn.In(Texts.GroupOf($"{kind}{number}"));
    }
}

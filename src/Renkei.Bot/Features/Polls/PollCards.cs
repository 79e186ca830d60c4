using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Polls;
using Renkei.Bot.Scheduling;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Polls.PollTexts;

namespace Renkei.Bot.Features.Polls;

/// <summary>The cards of a poll that exists: for everybody, for one person, the vote, and what can be changed.</summary>
internal static class PollCards
{
    /// <summary>Value of <c>m</c>: the question before a change was answered.</summary>
    public const string Sure = "sure";

    /// <summary>The one card for everybody of a conversation.</summary>
    /// <param name="face">The poll; written for <see cref="PollReader.Everybody"/>, or for the presser with a notice.</param>
    /// <param name="notice">What only the presser sees.</param>
    public static PollCard Board(PollFace face, PageNotice? notice = null)
    {
        List<CardElement> body = face.Head(Texts.Heading);
        body.AddRange(notice.Elements());
        body.AddRange(face.Standing());
        body.AddRange(face.Needed());
        body.Add(face.Dates());
        body.AddRange(face.People());
        body.AddRange(face.Said());
        List<AdaptiveAction> actions = [];
        if (face.TakesVotes)
        {
            actions.Add(face.Button(Texts.Answer, PollVerbs.Answer));
        }
        actions.Add(face.Button(Texts.Details, PollVerbs.Show));
        LocalText what = face.Poll.Decision is null ? Texts.Heading : Texts.DateSettled;
        return new(face.Summary(what), body, actions) { About = face.Subject, Plain = face.Plain(what) };
    }

    /// <summary>The poll for one person: how it stands, what they said, and what they may do.</summary>
    /// <param name="face">The poll.</param>
    /// <param name="voter">The person as one of those asked, if they are.</param>
    /// <param name="mayManage">Whether they may decide and change it.</param>
    /// <param name="notice">What is said above.</param>
    /// <param name="what">The heading.</param>
    public static PollCard Page(
        PollFace face,
        Invitee? voter,
        bool mayManage,
        PageNotice? notice = null,
        LocalText? what = null
    )
    {
        List<CardElement> body = face.Head(what ?? Texts.Heading);
        body.AddRange(notice.Elements());
        body.AddRange(face.Standing());
        body.AddRange(face.Needed());
        body.Add(face.Dates());
        if (voter is not null && face.Poll.Ballots.TryGetValue(voter.Key, out Ballot? mine))
        {
            string marks = string.Join(
                face.To.Language.Gap(),
                face.Poll.Candidates.Where(c => mine.Marks.ContainsKey(c.Key))
                    .Select(c =>
                        $"{TokyoTime.Brief(TokyoTime.DateOf(c.Slot.Start), face.To.Language)} {mine.Marks[c.Key].Sign()}"
                    )
            );
            body.Add(new TextBlock(face.In(Texts.MyAnswer(marks))));
        }
        body.AddRange(face.People());
        body.AddRange(face.Said());
        List<AdaptiveAction> actions = [];
        if (voter is not null && face.TakesVotes)
        {
            bool hasVoted = face.Poll.HasVoted(voter.Key);
            actions.Add(face.Button(hasVoted ? Texts.AnswerAgain : Texts.Answer, PollVerbs.Answer));
        }
        if (mayManage)
        {
            AddManagement(face, body, actions);
        }
        if (face.Stored.Plan is { } plan && face.Poll.Decision is not null && mayManage)
        {
            actions.Add(
                new ExecuteAction(face.In(Texts.ToBooking), SchedulingVerbs.BookingVerb, ActionData.Of(("p", plan)))
                {
                    IgnoresInputs = true,
                }
            );
        }
        bool hasInputs = body.Any(e => e is CardInput);
        if (!mayManage)
        {
            actions.Add(
                new ExecuteAction(
                    face.In(Texts.Command),
                    BotCards.CommandVerb,
                    ActionData.Of(("c", CommandCodes.Polls))
                )
                {
                    IgnoresInputs = true,
                    IsSecondary = true,
                }
            );
        }
        return new(
            face.Summary(what ?? Texts.Heading),
            body,
            actions,
            hasInputs ? null : face.Button(Texts.Refresh, PollVerbs.Show)
        )
        {
            About = face.Subject,
            Plain = face.Plain(what ?? Texts.Heading),
        };
    }

    /// <summary>The form of a vote.</summary>
    /// <param name="face">The poll.</param>
    /// <param name="voter">Whose vote it is.</param>
    /// <param name="isOwn">Whether the reader votes for themselves.</param>
    /// <param name="form">What stands in it.</param>
    /// <param name="notice">What is said above.</param>
    /// <param name="asksPersonalData">Whether <paramref name="notice"/> asks about personal data.</param>
    /// <param name="what">The heading.</param>
    public static PollCard Vote(
        PollFace face,
        Invitee voter,
        bool isOwn,
        VoteForm form,
        PageNotice? notice = null,
        bool asksPersonalData = false,
        LocalText? what = null
    )
    {
        LocalText heading = what ?? (isOwn ? Texts.Heading : Texts.AnswerOf(CardText.Escape(voter.Name)));
        List<CardElement> body = face.Head(heading);
        body.AddRange(notice.Elements());
        Choice[] marks =
        [
            new(face.In(Texts.Yes), VoteForm.CodeOf(PollMark.Yes)),
            new(face.In(Texts.Maybe), VoteForm.CodeOf(PollMark.Maybe)),
            new(face.In(Texts.No), VoteForm.CodeOf(PollMark.No)),
        ];
        foreach (PollCandidate candidate in face.Poll.Candidates.OrderBy(c => c.Slot.Start))
        {
            body.Add(
                new ChoiceSetInput(VoteForm.InputOf(candidate), candidate.Slot.Brief(face.To.Language), marks)
                {
                    Value = form.Marks.TryGetValue(candidate.Key, out PollMark mark) ? VoteForm.CodeOf(mark) : null,
                    Placeholder = face.In(Texts.Choose),
                }
            );
        }
        body.Add(
            new TextInput("in_comment", face.In(Texts.Comment))
            {
                Value = form.Comment,
                MaxLength = Ballot.CommentLength,
                Placeholder = face.In(Texts.CommentHint),
            }
        );
        ActionData data = isOwn ? face.Data : face.Data.With("w", voter.Key);
        LocalText send = isOwn ? Texts.Send : Texts.Enter;
        List<AdaptiveAction> actions =
        [
            .. PersonalDataQuestion.Buttons(face.Language, send, PollVerbs.Vote, data, asksPersonalData),
        ];
        if (isOwn && !asksPersonalData)
        {
            actions.Add(new ExecuteAction(face.In(Texts.AllYes), PollVerbs.Vote, data.With("all", "yes")));
        }
        actions.Add(face.Button(Texts.Details, PollVerbs.Show));
        return new(face.Summary(heading), body, actions) { About = face.Subject, Plain = face.Plain(heading) };
    }

    /// <summary>Asks whose vote is entered; those who have not answered first.</summary>
    public static PollCard Proxy(PollFace face, PageNotice? notice = null)
    {
        List<CardElement> body = face.Head(Texts.EnterFor);
        body.AddRange(notice.Elements());
        body.Add(
            new ChoiceSetInput(
                "in_w",
                face.In(Texts.Whose),
                [
                    .. face
                        .Poll.Voters.OrderBy(v => face.Poll.HasVoted(v.Key))
                        .Select(v => new Choice(face.Poll.HasVoted(v.Key) ? $"{v.Name} ✓" : v.Name, v.Key)),
                ]
            )
            {
                Placeholder = face.In(Texts.ChoosePerson),
            }
        );
        return new(
            face.Summary(Texts.EnterFor),
            body,
            [
                new ExecuteAction(face.In(Texts.ChoosePerson), PollVerbs.Proxy, face.Data),
                face.Button(Texts.Back, PollVerbs.Show),
            ]
        )
        {
            About = face.Subject,
            Plain = face.Plain(Texts.EnterFor),
        };
    }

    /// <summary>What can be changed: deadline, more dates, ending, giving up; or taking answers again.</summary>
    public static PollCard Change(PollFace face, DateOnly day, TimeOnly time, string dates, PageNotice? notice)
    {
        LocalText what = face.Poll.Decision is null ? Texts.ChangeHeading : Texts.TakeBack;
        List<CardElement> body = face.Head(what);
        body.AddRange(notice.Elements());
        body.AddRange(face.Standing());
        if (face.Poll.Decision is not null && face.Stored.Plan is not null)
        {
            body.Add(TextBlock.Remark(face.In(Texts.TakenBackPlan)));
        }
        body.Add(new DateInput("in_day", face.In(Texts.Deadline)) { Value = day });
        body.Add(new TimeInput("in_time", face.In(Texts.DeadlineTime)) { Value = time });
        List<AdaptiveAction> actions =
        [
            new ExecuteAction(
                face.In(face.TakesVotes ? Texts.SetDeadline : Texts.ReopenDo),
                PollVerbs.Prolong,
                face.Data
            ),
        ];
        if (face.TakesVotes)
        {
            body.Add(
                new TextInput("in_dates", face.In(Texts.MoreDates))
                {
                    Value = dates,
                    IsMultiline = true,
                    Placeholder = Texts.DatesHint,
                }
            );
            body.Add(TextBlock.Remark(face.In(Texts.OfferMeans)));
            actions.Add(new ExecuteAction(face.In(Texts.Offer), PollVerbs.Offer, face.Data));
            actions.Add(face.Button(Texts.CloseNow, PollVerbs.Close));
        }
        if (face.State is PollState.Open or PollState.Complete or PollState.Expired)
        {
            actions.Add(face.Button(Texts.GiveUp, PollVerbs.GiveUp));
        }
        actions.Add(face.Button(Texts.Back, PollVerbs.Show));
        return new(face.Summary(what), body, actions) { About = face.Subject };
    }

    /// <summary>Asks before a poll is given up.</summary>
    public static PollCard AskGiveUp(PollFace face) =>
        new(
            face.Summary(Texts.GiveUpAsk),
            [.. face.Head(Texts.GiveUpAsk), .. face.Standing(), new TextBlock(face.In(Texts.GiveUpMeans))],
            [
                new ExecuteAction(face.In(Texts.GiveUpSure), PollVerbs.GiveUp, face.Data.With("m", Sure))
                {
                    IgnoresInputs = true,
                },
                face.Button(Texts.Back, PollVerbs.Show),
            ]
        )
        {
            About = face.Subject,
        };

    /// <summary>Tells that a date was chosen.</summary>
    public static PollCard Decided(PollFace face)
    {
        List<CardElement> body = face.Head(Texts.DateSettled);
        body.AddRange(face.Standing());
        return new(
            face.Summary(Texts.DateSettled),
            body,
            [face.Button(Texts.Details, PollVerbs.Show)],
            face.Button(Texts.Refresh, PollVerbs.Show)
        )
        {
            About = face.Subject,
        };
    }

    /// <summary>One sentence where a poll cannot be shown, with the way on.</summary>
    public static CardReply Sentence(BotTurn turn, LocalText text) =>
        turn.IsPersonal
            ? BotCards.Reply(
                turn,
                turn.In(text),
                [TextBlock.Heading(turn.In(Texts.Command)), new TextBlock(turn.In(text))],
                [BotCards.Button(turn, CommandCodes.Polls, Texts.Command)]
            )
            : new CardReply.Message(turn.In(text));

    private static void AddManagement(PollFace face, List<CardElement> body, List<AdaptiveAction> actions)
    {
        if (face.Poll.Decision is not null || face.State == PollState.Withdrawn)
        {
            actions.Add(face.Button(face.Poll.Decision is null ? Texts.ReopenDo : Texts.TakeBack, PollVerbs.Change));
            return;
        }
        PollCandidate[] open = [.. face.Result.Standings.Select(s => s.Candidate).Where(c => c.Slot.Start > face.Now)];
        if (face.Poll.Ballots.Count > 0 && open.Length > 0)
        {
            PollCandidate first = open[0];
            actions.Insert(
                0,
                new ExecuteAction(
                    face.In(Texts.DecideLeader(first.Slot.Brief(face.To.Language))),
                    PollVerbs.Decide,
                    face.Data.With("k", first.Key)
                )
                {
                    IgnoresInputs = true,
                }
            );
        }
        if (open.Length > 1)
        {
            body.Add(
                new ChoiceSetInput(
                    "in_k",
                    face.In(Texts.OtherDate),
                    [.. open.Select(c => new Choice(c.Slot.Brief(face.To.Language), c.Key))]
                )
                {
                    Placeholder = face.In(Texts.ChoosePerson),
                }
            );
            actions.Add(new ExecuteAction(face.In(Texts.DecideChosen), PollVerbs.Decide, face.Data));
        }
        if (face.TakesVotes)
        {
            actions.Add(face.Button(Texts.EnterFor, PollVerbs.Proxy));
        }
        actions.Add(face.Button(Texts.Change, PollVerbs.Change));
    }
}

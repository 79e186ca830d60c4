using System.Globalization;
using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Scheduling;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Calendars;
using Renkei.Domain.Councils;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Scheduling.SchedulingTexts;

namespace Renkei.Bot.Features.Scheduling;

/// <summary>Where somebody is among the proposals.</summary>
/// <param name="Weeks">How many windows later, or earlier when negative.</param>
/// <param name="Skip">How many proposals were seen.</param>
/// <param name="Ticked">Dates ticked for a poll, as sent; <see langword="null"/> for those that are offered first.</param>
internal sealed record ProposalPlace(int Weeks, int Skip, IReadOnlyList<string>? Ticked)
{
    /// <summary>Windows to either side.</summary>
    public const int MostWeeks = 8;

    public static ProposalPlace First { get; } = new(0, 0, null);
}

/// <summary>The proposals, and the question before one is taken.</summary>
internal static class ProposalCards
{
    public const string AskVerb = "schedule/ask";
    public const string ChooseVerb = "schedule/choose";

    /// <summary>Proposals on one card.</summary>
    public const int Shown = 5;

    private const int TickedAtFirst = 3;

    /// <summary>The proposals with a reason each.</summary>
    public static CardReply Page(
        BotTurn turn,
        MeetingPlan plan,
        string title,
        SlotWindow window,
        FoundSlots found,
        ProposalPlace place,
        PageNotice? notice
    )
    {
        IReadOnlyList<SlotProposal> page = found.Slots.Page(place.Skip, Shown);
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Texts.Proposals)),
            TextBlock.Remark(CardText.Escape(title)),
            TextBlock.Remark(
                turn.In(
                    Texts.Conditions(
                        plan.Minutes,
                        TokyoTime.Brief(window.From, turn.Language),
                        TokyoTime.Brief(window.To, turn.Language),
                        TokyoTime.Clock(plan.HoursFrom),
                        TokyoTime.Clock(plan.HoursTo),
                        plan.Asked.Count
                    )
                )
            ) with
            {
                Spacing = Spacing.None,
            },
            .. notice.Elements(),
        ];
        if (found.Fault is { } fault)
        {
            string all =
                turn.Language == Language.Japanese
                    ? $"{fault.Text().Ja}{Texts.StillUseful.Ja}"
                    : $"{fault.Text().En} {Texts.StillUseful.En}";
            body.Add(BotCards.Notice(all, ContainerStyle.Attention));
        }
        else if (found.Unseen.Count > 0)
        {
            string names = ContactLine.Names(turn, [.. found.Unseen.Select(i => i.Name)]);
            body.Add(TextBlock.Remark(turn.In(Texts.Unseen(found.Unseen.Count, CardText.Escape(names)))));
        }
        if (page.Count == 0)
        {
            body.Add(new TextBlock(turn.In(place.Skip == 0 ? Texts.None : Texts.NoMore)) { Separator = true });
        }
        body.AddRange(page.Select(p => Line(turn, plan, p)));
        IReadOnlyList<SlotProposal> votable = found.Slots.Page(0, Math.Min(place.Skip + Shown, DatePoll.MaxCandidates));
        if (votable.Count > 1)
        {
            body.Add(
                new ChoiceSetInput(
                    "in_d",
                    turn.In(Texts.PollChoice),
                    [
                        .. votable
                            .OrderBy(p => p.Slot.Start)
                            .Select(p => new Choice(
                                WantedMeeting.TimeOf(p.Slot).Brief(turn.Language),
                                SlotName.Of(p.Slot)
                            )),
                    ]
                )
                {
                    IsMultiSelect = true,
                    Values = [.. Ticked(votable, place.Ticked)],
                    Separator = true,
                }
            );
        }
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(title, turn.In(Texts.Proposals)),
            body,
            [.. Ways(turn, plan, found, place, votable.Count > 1)],
            about: SchedulingVerbs.SubjectOf(plan.Id)
        );
    }

    /// <summary>Asks before a date is taken: how it suits, who is invited, who has to be called.</summary>
    public static CardReply Ask(
        BotTurn turn,
        MeetingPlan plan,
        Council? council,
        TimeSlot slot,
        SlotProposal? proposal,
        bool isOwnCalendar
    )
    {
        string title = council?.Title ?? plan.Title;
        MeetingTime? before = council?.When ?? (plan.Choice is { } made ? WantedMeeting.TimeOf(made.Slot) : null);
        List<Fact> facts =
        [
            new(turn.In(before is null ? Texts.When : Texts.FromNow), WantedMeeting.TimeOf(slot).Full(turn.Language)),
        ];
        if (before is not null)
        {
            facts.Insert(0, new(turn.In(Texts.SoFar), before.Full(turn.Language)));
        }
        if (proposal?.Room.Room is { } room)
        {
            facts.Add(new(turn.In(Texts.RoomFact), CardText.Escape(room.Name)));
        }
        if (plan.Online && !isOwnCalendar)
        {
            facts.Add(new(turn.In(Texts.OnlineFact), turn.In(Texts.OnlineYes)));
        }
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Texts.Ask)),
            TextBlock.Remark(CardText.Escape(title)),
            new FactSet(facts),
        ];
        if (proposal is not null)
        {
            string reason =
                proposal.Unknown.Count == plan.Asked.Count
                    ? turn.In(Texts.AllUnknown)
                    : CardText.Escape(turn.In(SlotReasons.Of(proposal)));
            body.Add(new TextBlock(reason) { Weight = TextWeight.Bolder });
        }
        if (plan.WantsRoom && proposal?.Room.Room is null)
        {
            body.Add(new TextBlock(turn.In(Texts.NoRoom)) { Color = TextColor.Attention });
        }
        body.AddRange(Reached(turn, plan, isOwnCalendar));
        if (council is not null && ChangeAudience.OfMove(council, turn.Person!.Ref).ByRenkei is { Count: > 0 } told)
        {
            string names = ContactLine.Names(turn, [.. told.Select(p => p.Name)]);
            body.Add(new TextBlock(turn.In(Texts.Told(told.Count, CardText.Escape(names)))));
        }
        ActionData data = ActionData.Of(
            ("p", plan.Id.ToString()),
            ("d", SlotName.Of(slot)),
            ("v", VersionOf(plan, council))
        );
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(title, turn.In(Texts.Ask)),
            body,
            [
                new ExecuteAction(turn.In(Texts.Do), ChooseVerb, data) { IgnoresInputs = true },
                SchedulingVerbs.Button(turn, Texts.Leave, SchedulingVerbs.ProposalsVerb, plan.Id),
            ],
            about: SchedulingVerbs.SubjectOf(plan.Id)
        );
    }

    /// <summary>Names the date that stood when a card was made.</summary>
    public static string VersionOf(MeetingPlan plan, Council? council) =>
        ShownVersion.Of($"{council?.When}", $"{plan.Choice?.Slot.Start:O}", $"{plan.IsCalledOff}");

    private static Container Line(BotTurn turn, MeetingPlan plan, SlotProposal proposal) =>
        ListLine.Of(
            WantedMeeting.TimeOf(proposal.Slot).Brief(turn.Language),
            proposal.Room is { State: RoomState.Free, Room: { } room }
                ? turn.Language.Beside(Reason(turn, plan, proposal), CardText.Escape(room.Name))
                : Reason(turn, plan, proposal),
            [
                new ExecuteAction(
                    turn.In(Texts.Choose),
                    AskVerb,
                    ActionData.Of(("p", plan.Id.ToString()), ("d", SlotName.Of(proposal.Slot)))
                )
                {
                    IgnoresInputs = true,
                },
            ]
        );

    /// <summary>
    /// What speaks for and against a date. Whose calendar cannot be seen stands above all dates and makes no difference between them.
    /// </summary>
    private static string Reason(BotTurn turn, MeetingPlan plan, SlotProposal proposal)
    {
        bool isFreeForTheRest =
            proposal.Busy.Count + proposal.Tentative.Count == 0
            && proposal.Gaps.All(g => g.Lacking == 0)
            && proposal.Room.State is RoomState.NotWanted or RoomState.Free;
        return proposal.Unknown.Count == plan.Asked.Count ? turn.In(Texts.AllUnknown)
            : proposal.Unknown.Count > 0 && isFreeForTheRest ? turn.In(Texts.RestIsFree)
            : CardText.Escape(turn.In(SlotReasons.Of(proposal with { Unknown = [] })));
    }

    private static IEnumerable<CardElement> Reached(BotTurn turn, MeetingPlan plan, bool isOwnCalendar)
    {
        string[] invited = [.. plan.Asked.Where(a => a.Address is not null).Select(a => a.Name)];
        string[] byCard = [.. plan.Asked.Where(a => a is { Address: null, ObjectId: not null }).Select(a => a.Name)];
        string[] called = [.. plan.Asked.Where(a => a is { Address: null, ObjectId: null }).Select(a => a.Name)];
        string names = CardText.Escape(ContactLine.Names(turn, invited));
        if (isOwnCalendar)
        {
            yield return TextBlock.Remark(turn.In(Texts.OwnCalendar)) with
            {
                Separator = true,
            };
        }
        yield return new TextBlock(
            turn.In(
                invited.Length == 0 ? Texts.NobodyInvited
                : isOwnCalendar ? Texts.Listed(invited.Length, names)
                : Texts.Invited(invited.Length, names)
            )
        )
        {
            Separator = !isOwnCalendar,
        };
        if (byCard.Length > 0)
        {
            yield return new TextBlock(
                turn.In(Texts.ByCard(byCard.Length, CardText.Escape(ContactLine.Names(turn, byCard))))
            );
        }
        if (called.Length > 0)
        {
            yield return new TextBlock(
                turn.In(Texts.ToCall(called.Length, CardText.Escape(ContactLine.Names(turn, called))))
            );
        }
    }

    private static IEnumerable<string> Ticked(IReadOnlyList<SlotProposal> votable, IReadOnlyList<string>? ticked) =>
        votable
            .Where((p, n) => ticked is null ? n < TickedAtFirst : ticked.Contains(SlotName.Of(p.Slot)))
            .OrderBy(p => p.Slot.Start)
            .Select(p => SlotName.Of(p.Slot));

    private static IEnumerable<AdaptiveAction> Ways(
        BotTurn turn,
        MeetingPlan plan,
        FoundSlots found,
        ProposalPlace place,
        bool canVote
    )
    {
        string id = plan.Id.ToString();
        if (canVote)
        {
            yield return new ExecuteAction(turn.In(Texts.Poll), SchedulingVerbs.NewPollVerb, ActionData.Of(("p", id)));
        }
        if (found.Slots.Count > place.Skip + Shown)
        {
            yield return new ExecuteAction(
                turn.In(Texts.More),
                SchedulingVerbs.ProposalsVerb,
                ActionData.Of(("p", id), ("w", place.Weeks), ("n", place.Skip + Shown))
            );
        }
        if (place.Weeks < ProposalPlace.MostWeeks)
        {
            yield return Weeks(turn, Texts.Later, id, place.Weeks + 1);
        }
        if (place.Weeks > -ProposalPlace.MostWeeks)
        {
            yield return Weeks(turn, Texts.Earlier, id, place.Weeks - 1);
        }
        yield return SchedulingVerbs.Button(turn, Texts.Change, RequestCard.EditVerb, plan.Id);
        if (plan.Council is { } council)
        {
            yield return new ExecuteAction(
                turn.In(Texts.ByHand),
                CouncilPage.StepVerb,
                ActionData.Of(("c", council.ToString()), ("s", (int)CouncilStep.Date + 1))
            )
            {
                IgnoresInputs = true,
            };
        }
    }

    private static ExecuteAction Weeks(BotTurn turn, LocalText title, string id, int weeks) =>
        new(turn.In(title), SchedulingVerbs.ProposalsVerb, ActionData.Of(("p", id), ("w", weeks)))
        {
            IgnoresInputs = true,
        };
}

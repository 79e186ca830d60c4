using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Texts = Renkei.Bot.Features.Participants.ParticipantTexts;

namespace Renkei.Bot.Features.Participants;

/// <summary>The cards of participants: the step by sector, choosing several people at once, and one person.</summary>
internal static class ParticipantCards
{
    public const string ListVerb = "participants/list";
    public const string ChooseVerb = "participants/choose";
    public const string TakeVerb = "participants/take";
    public const string EditVerb = "participants/edit";
    public const string SaveVerb = "participants/save";
    public const string RemoveVerb = "participants/remove";
    public const string RestoreVerb = "participants/restore";

    /// <summary>Values of <c>go</c> beside those of <see cref="CouncilPage"/>: where adding those chosen leads.</summary>
    public const string GoNew = "new";
    public const string GoSector = "sector";
    public const string GoMore = "more";
    public const string GoFirst = "first";

    /// <summary>How many people one card offers.</summary>
    public const int ChoiceSize = 12;

    private const int PageSize = 8;

    /// <summary>The step: the fields that are needed and have nobody yet, then everybody by field.</summary>
    public static CardReply Page(
        BotTurn turn,
        CouncilView view,
        PartnerNames names,
        int? page,
        PageNotice? notice,
        AdaptiveAction? undo
    )
    {
        Council council = view.Council;
        bool edits = view.IsEditableIn(turn);
        Participant[] people = [.. InOrder(council)];
        int at = ListLine.Page(page, people.Length, PageSize);
        List<CardElement> content = [];
        if (people.Length == 0)
        {
            content.Add(new TextBlock(turn.In(Texts.NobodyYet)));
        }
        else
        {
            int coming = people.Count(p => p.Rsvp == Rsvp.Yes);
            content.Add(TextBlock.Remark(turn.In(Texts.Count(people.Length, coming))));
        }
        UsualSector[] open = [.. UsualSector.Of(view).Where(s => s.IsOpenIn(council))];
        if (at == 0)
        {
            content.AddRange(open.Where(s => s.IsNeeded).Select(s => Open(turn, council, s, edits)));
            if (open.Any(s => !s.IsNeeded))
            {
                string others = string.Join(
                    turn.In(CommonTexts.ListComma),
                    open.Where(s => !s.IsNeeded)
                        .Select(s => $"{turn.In(s.Sector.Name)}{turn.Language.InBrackets(s.Who(turn))}")
                );
                content.Add(TextBlock.Remark(turn.In(Texts.AlsoUsual(others))) with { Separator = true });
            }
        }
        string? shown = null;
        foreach (Participant participant in people.Skip(at * PageSize).Take(PageSize))
        {
            if (participant.SectorCode != shown)
            {
                shown = participant.SectorCode;
                content.Add(SectorLine(turn, view, shown));
            }
            content.Add(Line(turn, view, names, participant, at, edits));
        }
        content.AddRange(
            ListLine.Paging(
                turn,
                at,
                people.Length,
                PageSize,
                (title, p) =>
                    new ExecuteAction(turn.In(title), ListVerb, Data(council).With("p", p)) { IgnoresInputs = true }
            )
        );
        List<AdaptiveAction> own = [];
        if (undo is not null)
        {
            own.Add(undo);
        }
        if (edits)
        {
            Sector first = (open.FirstOrDefault(s => s.IsNeeded) ?? open.FirstOrDefault())?.Sector ?? Sector.All[0];
            own.Add(Choose(turn, Texts.Add, council, first));
        }
        else if (!turn.IsPersonal)
        {
            content.Add(TextBlock.Remark(turn.In(Texts.InPersonalChat)) with { Separator = true });
            own.Add(BotCards.ToPersonalChat(turn, Texts.ToPersonalChat));
        }
        return CouncilPage.Step(turn, view, CouncilStep.Participants, notice, content, own);
    }

    /// <summary>Several people of a sector at once.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="view">The council.</param>
    /// <param name="names">How organisations are called.</param>
    /// <param name="sector">The sector.</param>
    /// <param name="candidates">Who there is, those on the list included.</param>
    /// <param name="from">How many of those who can be chosen are passed over.</param>
    /// <param name="chosen">Who is ticked.</param>
    /// <param name="card">The card's own name, drawn with it, so that a double press adds once.</param>
    /// <param name="notice">What is said above.</param>
    public static CardReply Choice(
        BotTurn turn,
        CouncilView view,
        PartnerNames names,
        Sector sector,
        IReadOnlyList<Candidate> candidates,
        int from,
        IReadOnlyList<string> chosen,
        string card,
        PageNotice? notice
    )
    {
        Council council = view.Council;
        Candidate[] free = [.. candidates.Where(c => !c.IsOn(council))];
        int first = Math.Clamp(from, 0, Math.Max(free.Length - 1, 0));
        Candidate[] offered = [.. free.Skip(first).Take(ChoiceSize)];
        int more = free.Length - first - offered.Length;
        List<CardElement> body = [SectorLine(turn, view, sector.Code)];
        if (offered.Length == 0)
        {
            body.Add(new TextBlock(turn.In(Texts.NobodyKnown)));
        }
        else
        {
            body.Add(
                new ChoiceSetInput(
                    "in_who",
                    turn.In(Texts.Who),
                    [.. offered.Select(c => new Choice(Described(turn, names, c), c.Value))]
                )
                {
                    Style = ChoiceStyle.Expanded,
                    IsMultiSelect = true,
                    Values = [.. offered.Select(c => c.Value).Where(chosen.Contains)],
                }
            );
        }
        body.Add(SectorChoice(turn, view, sector.Code, marksOpen: true));
        ActionData data = Data(council).With("s", sector.Code).With("k", card).With("p", first);
        List<AdaptiveAction> actions = [];
        if (offered.Length > 0)
        {
            actions.Add(new ExecuteAction(turn.In(Texts.AddChosen), TakeVerb, data));
        }
        actions.Add(Go(turn, Texts.AddNew, data, GoNew));
        actions.Add(Go(turn, Texts.OtherSector, data, GoSector));
        if (more > 0)
        {
            actions.Add(Go(turn, Texts.More(Math.Min(more, ChoiceSize)), data, GoMore));
        }
        else if (first > 0)
        {
            actions.Add(Go(turn, Texts.FromTheStart, data, GoFirst));
        }
        actions.Add(Back(turn, council));
        return CouncilPage.Form(turn, view, Texts.Add, notice, body, actions);
    }

    /// <summary>One person, new or changed.</summary>
    public static CardReply Form(
        BotTurn turn,
        CouncilView view,
        ParticipantForm form,
        int? page,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        Council council = view.Council;
        Participant? stored = form.IsNew ? null : council.FindParticipant(form.Id);
        LocalText heading = form.IsNew ? Texts.AddNew : Texts.Person;
        List<CardElement> body = [SectorChoice(turn, view, form.SectorCode, marksOpen: false)];
        body.Add(
            new TextInput("in_org", turn.In(Texts.Organisation))
            {
                Value = form.Organisation,
                MaxLength = Participant.NameLength,
                Placeholder = turn.In(Texts.OrganisationPlaceholder),
                IsRequired = true,
                ErrorMessage = turn.In(Texts.OrganisationError),
            }
        );
        body.Add(
            new TextInput("in_name", turn.In(Texts.Name))
            {
                Value = form.Name,
                MaxLength = Participant.NameLength,
                Placeholder = turn.In(Texts.NamePlaceholder),
            }
        );
        if (stored?.Contact.HasAccount == true)
        {
            body.Add(TextBlock.Remark(turn.In(Texts.HasAccount)));
        }
        body.Add(
            new TextInput("in_mail", turn.In(Texts.Email))
            {
                Value = form.Email,
                MaxLength = ParticipantContact.EmailLength,
                Style = TextInputStyle.Email,
                Placeholder = "jimu@example.jp",
            }
        );
        body.Add(
            new TextInput("in_tel", turn.In(Texts.Telephone))
            {
                Value = form.Telephone,
                MaxLength = ParticipantContact.TelephoneLength,
                Style = TextInputStyle.Tel,
                Placeholder = "0123-45-6789",
            }
        );
        if (stored is { InvitedAt: not null } or { Rsvp: not Rsvp.Unknown })
        {
            body.Add(TextBlock.Remark(turn.In(Texts.AnotherPerson)));
        }
        ActionData data = Data(council)
            .With("i", form.Id)
            .With("n", form.IsNew)
            .With("v", form.Seen ?? "")
            .With("p", page ?? 0);
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
        actions.Add(Back(turn, council, page));
        if (stored is not null)
        {
            actions.Add(
                new ExecuteAction(turn.In(Texts.Remove), RemoveVerb, Data(council).With("i", form.Id))
                {
                    IgnoresInputs = true,
                }
            );
        }
        return CouncilPage.Form(turn, view, heading, notice, body, actions);
    }

    /// <summary>A button that brings somebody back who was taken off the list.</summary>
    public static ExecuteAction UndoRemove(BotTurn turn, Council council, string participant, int revision) =>
        new(turn.In(CouncilTexts.Undo), RestoreVerb, Data(council).With("i", participant).With("r", revision))
        {
            IgnoresInputs = true,
        };

    /// <summary>Everybody by sector, within it in the order in which they were added.</summary>
    private static IEnumerable<Participant> InOrder(Council council) =>
        council.Participants.OrderBy(p => Place(p.SectorCode));

    private static int Place(string sectorCode)
    {
        for (int n = 0; n < Sector.All.Count; n++)
        {
            if (Sector.All[n].Code == sectorCode)
            {
                return n;
            }
        }
        return Sector.All.Count;
    }

    private static Container Open(BotTurn turn, Council council, UsualSector usual, bool edits) =>
        ListLine.Of(
            turn.In(usual.Sector.Name),
            turn.Language.Beside(
                usual.Who(turn) + turn.Language.InBrackets(turn.In(Texts.Needed)),
                turn.In(Texts.NotYet)
            ),
            edits ? [Choose(turn, Texts.AddFromSector, council, usual.Sector, turn.In(usual.Sector.Name))] : [],
            needsALook: true
        );

    /// <summary>The name of a sector and whom of it the kind of meeting asks for.</summary>
    private static TextBlock SectorLine(BotTurn turn, CouncilView view, string sectorCode)
    {
        Sector sector = Sector.Find(sectorCode) ?? Sector.Other;
        UsualSector? usual = UsualSector.Of(view).FirstOrDefault(s => s.Sector == sector);
        string name = turn.In(sector.Name);
        return TextBlock.Remark(
            usual is null ? name
            : usual.IsNeeded
                ? turn.Language.Labelled(name, usual.Who(turn) + turn.Language.InBrackets(turn.In(Texts.Needed)))
            : turn.Language.Labelled(name, usual.Who(turn))
        ) with
        {
            Separator = true,
            Weight = TextWeight.Bolder,
        };
    }

    private static Container Line(
        BotTurn turn,
        CouncilView view,
        PartnerNames names,
        Participant participant,
        int page,
        bool edits
    )
    {
        ParticipantContact contact = participant.Contact;
        List<string> parts = [];
        if (Answer(participant) is { } answer)
        {
            parts.Add(turn.In(answer));
        }
        // How somebody is reached is nothing for everybody in a group chat.
        if (turn.IsPersonal)
        {
            if (contact.HasAccount)
            {
                parts.Add(turn.In(Texts.Account));
            }
            parts.AddRange(new[] { contact.Email, contact.Telephone }.OfType<string>().Select(CardText.Escape));
            if (contact == ParticipantContact.None)
            {
                parts.Add(turn.In(Texts.NoContact));
            }
            parts.Add(turn.In(Texts.AddedBy(CardText.Escape(participant.AddedBy.Name))));
        }
        string label = names.LabelOf(turn, participant);
        return ListLine.Of(
            CardText.Escape(label),
            parts.Count == 0 ? "" : parts.Aggregate((all, part) => turn.Language.Beside(all, part)),
            edits
                ?
                [
                    new ExecuteAction(
                        turn.In(Texts.Edit),
                        EditVerb,
                        Data(view.Council).With("i", participant.Id).With("p", page)
                    )
                    {
                        IgnoresInputs = true,
                        Tooltip = label,
                    },
                ]
                : []
        ) with
        {
            Separator = false,
        };
    }

    private static LocalText? Answer(Participant participant) =>
        participant.Rsvp switch
        {
            Rsvp.Yes => Texts.Yes,
            Rsvp.No => Texts.No,
            Rsvp.Maybe => Texts.Maybe,
            _ => participant.InvitedAt is null ? null : Texts.Waiting,
        };

    private static string Described(BotTurn turn, PartnerNames names, Candidate candidate)
    {
        string label = names.LabelOf(turn, candidate.Organisation, candidate.Name);
        return candidate.Contact.HasAccount ? label + turn.Language.InBrackets(turn.In(Texts.Account)) : label;
    }

    private static ChoiceSetInput SectorChoice(BotTurn turn, CouncilView view, string chosen, bool marksOpen)
    {
        UsualSector[] usual = [.. UsualSector.Of(view)];
        return new(
            "in_sector",
            turn.In(Texts.SectorLabel),
            [
                // Those the kind of meeting asks for come first.
                .. Sector
                    .All.OrderBy(s => usual.Any(u => u.Sector == s) ? 0 : 1)
                    .Select(s => new Choice(
                        marksOpen && usual.Any(u => u.Sector == s && u.IsNeeded && u.IsOpenIn(view.Council))
                            ? turn.In(s.Name) + turn.Language.InBrackets(turn.In(Texts.NotYet))
                            : turn.In(s.Name),
                        s.Code
                    )),
            ]
        )
        {
            Value = Sector.Find(chosen) is null ? null : chosen,
        };
    }

    private static ExecuteAction Choose(
        BotTurn turn,
        LocalText title,
        Council council,
        Sector sector,
        string? tooltip = null
    ) =>
        new(turn.In(title), ChooseVerb, Data(council).With("s", sector.Code))
        {
            IgnoresInputs = true,
            Tooltip = tooltip,
        };

    private static ExecuteAction Go(BotTurn turn, LocalText title, ActionData data, string go) =>
        new(turn.In(title), TakeVerb, data.With("go", go));

    private static ExecuteAction Back(BotTurn turn, Council council, int? page = null) =>
        new(turn.In(Texts.Back), ListVerb, Data(council).With("p", page ?? 0)) { IgnoresInputs = true };

    private static ActionData Data(Council council) => ActionData.Of(("c", council.Id.ToString()));
}

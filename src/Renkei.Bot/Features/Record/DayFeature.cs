using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Text;
using Texts = Renkei.Bot.Features.Record.DayTexts;

namespace Renkei.Bot.Features.Record;

/// <summary>The day of a council (R12): what happens when, and who came.</summary>
internal sealed class DayFeature(CouncilStore councils, CouncilDesk desk) : IFeature
{
    public void Register(BotRoutes routes)
    {
        desk.OnStep(
            CouncilStep.Day,
            (turn, view, notice, _) => Task.FromResult(DayCards.Page(turn, view, page: 0, notice, undo: null))
        );
        routes.OnCard(DayCards.ListVerb, desk.ToRead(List));
        routes.OnCard(DayCards.AgendaVerb, desk.ToEdit(Agenda));
        routes.OnCard(DayCards.SaveAgendaVerb, desk.ToEdit(SaveAgendaAsync));
        routes.OnCard(DayCards.AllVerb, ToAttend(AllAsync));
        routes.OnCard(DayCards.UndoVerb, desk.ToEdit(UndoAsync));
        routes.OnCard(
            DayCards.AttendanceVerb,
            ToAttend(
                (turn, view, form) => DayCards.AttendanceForm(turn, view, form.Number("p"), typed: null, notice: null)
            )
        );
        routes.OnCard(DayCards.SaveAttendanceVerb, ToAttend(SaveAttendanceAsync));
        routes.OnCard(
            DayCards.GuestVerb,
            ToAttend((turn, view, _) => DayCards.GuestForm(turn, view, GuestForm.Empty(), notice: null))
        );
        routes.OnCard(DayCards.SaveGuestVerb, ToAttend(SaveGuestAsync));
    }

    private CardReply List(BotTurn turn, CouncilView view, ActionForm form) =>
        DayCards.Page(turn, view, form.Number("p"), notice: null, undo: null);

    private CardReply Agenda(BotTurn turn, CouncilView view, ActionForm form) =>
        DayCards.AgendaForm(turn, view, AgendaText.Write(turn, view), AgendaText.VersionOf(view.Council), notice: null);

    private async Task<CardReply> SaveAgendaAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        string seen = ShownVersion.From(form);
        string text = form.Text("in_agenda") ?? "";
        text = text[..Math.Min(text.Length, AgendaText.LongestText)];
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            text = PersonalData.Remove(text);
        }
        (IReadOnlyList<AgendaPoint> points, LocalText? error) = AgendaText.Read(turn, view, text);
        if (error is not null)
        {
            return DayCards.AgendaForm(turn, view, text, seen, new(turn.In(error), IsGood: false));
        }
        if (
            form.Text("ok") != PersonalDataQuestion.Keep
            && PersonalDataQuestion.About(
                turn,
                points.Select(p => p.Text).Except(view.Council.Agenda.Select(p => p.Text))
            )
                is { } question
        )
        {
            return DayCards.AgendaForm(turn, view, text, seen, new(question, IsGood: false), asksPersonalData: true);
        }
        SavedPart? saved = await desk.SaveAsync(
            turn,
            view,
            CouncilStep.Day,
            AgendaText.VersionOf,
            seen,
            c => c with { Agenda = points },
            ct
        );
        if (saved is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        if (!saved.Differs)
        {
            return DayCards.Page(turn, saved.View, page: 0, new(turn.In(Texts.Saved)), undo: null);
        }
        string stands = CardText.Escape(AgendaText.Write(turn, saved.View).Replace('\n', '/'));
        PageNotice why = new(CouncilTexts.ChangedMeanwhile(turn, saved.Last, stands), IsGood: false);
        return DayCards.AgendaForm(turn, saved.View, text, AgendaText.VersionOf(saved.Council), why);
    }

    private async Task<CardReply> AllAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        int came = 0;
        int away = 0;
        Council? council = await ChangeAsync(
            turn,
            view,
            c =>
            {
                came = c.Participants.Count(p => p.Attended is null && p.Rsvp != Rsvp.No);
                away = c.Participants.Count(p => p.Attended is null && p.Rsvp == Rsvp.No);
                return c with
                {
                    Participants =
                    [
                        .. c.Participants.Select(p => p.Attended is null ? p with { Attended = p.Rsvp != Rsvp.No } : p),
                    ],
                };
            },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        // A second press changes nothing: its card shows what stands.
        return came + away == 0
            ? DayCards.Page(turn, desk.View(turn, council), page: 0, notice: null, undo: null)
            : DayCards.Page(
                turn,
                desk.View(turn, council),
                page: 0,
                new(turn.In(Texts.AllMarked(came, away))),
                DayCards.UndoAll(turn, council, council.Revision - 1)
            );
    }

    private async Task<CardReply> UndoAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        CouncilId id = view.Council.Id;
        int revision = form.Number("r") ?? 0;
        Council? before = await councils.RevisionAsync(turn.TenantId, id, revision, ct);
        Council? marked = await councils.RevisionAsync(turn.TenantId, id, revision + 1, ct);
        if (before is null || marked is null)
        {
            return DayCards.Page(turn, view, page: 0, notice: null, undo: null);
        }
        Council? council = await ChangeAsync(
            turn,
            view,
            c =>
                c with
                {
                    // What somebody set since stays as they set it.
                    Participants =
                    [
                        .. c.Participants.Select(p =>
                            before.FindParticipant(p.Id) is { } was
                            && marked.FindParticipant(p.Id) is { } then
                            && (then.Attended, then.Remote) == (p.Attended, p.Remote)
                                ? p with
                                {
                                    Attended = was.Attended,
                                    Remote = was.Remote,
                                }
                                : p
                        ),
                    ],
                },
            ct
        );
        return council is null
            ? CouncilPage.Sentence(turn, CouncilTexts.Gone)
            : DayCards.Page(turn, desk.View(turn, council), page: 0, new(turn.In(Texts.Undone)), undo: null);
    }

    private async Task<CardReply> SaveAttendanceAsync(
        BotTurn turn,
        CouncilView view,
        ActionForm form,
        CancellationToken ct
    )
    {
        HashSet<string> shown = [.. (form.Text("i") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        HashSet<string> online = [.. form.Choices("in_online")];
        // Whoever is online is there.
        HashSet<string> came = [.. form.Choices("in_came"), .. online];
        string? seen = ShownVersion.From(form);
        bool differs = false;
        Council? council = await ChangeAsync(
            turn,
            view,
            c =>
            {
                Participant[] meant = [.. c.Participants.Where(p => shown.Contains(p.Id))];
                Participant[] next =
                [
                    .. meant.Select(p => p with { Attended = came.Contains(p.Id), Remote = online.Contains(p.Id) }),
                ];
                string now = DayCards.VersionOf(meant);
                differs = now != seen && now != DayCards.VersionOf(next);
                return differs
                    ? c
                    : c with
                    {
                        Participants = [.. c.Participants.Select(p => next.FirstOrDefault(n => n.Id == p.Id) ?? p)],
                    };
            },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, council);
        int page = form.Number("p") ?? 0;
        if (differs)
        {
            var last = await councils.LastChangeOfAsync(
                turn.TenantId,
                council.Id,
                c => DayCards.VersionOf(c.Participants.Where(p => shown.Contains(p.Id))),
                ct
            );
            Participant[] meant = [.. council.Participants.Where(p => shown.Contains(p.Id))];
            string stands = turn.In(
                Texts.Counted(
                    meant.Count(p => p.Attended == true),
                    meant.Count(p => p is { Attended: true, Remote: true }),
                    meant.Count(p => p.Attended == false),
                    meant.Count(p => p.Attended is null)
                )
            );
            PageNotice why = new(CouncilTexts.ChangedMeanwhile(turn, last, stands), IsGood: false);
            return DayCards.AttendanceForm(turn, after, page, ([.. came], [.. online]), why);
        }
        return form.Text("go") == CouncilPage.GoNext
            ? DayCards.AttendanceForm(turn, after, page + 1, typed: null, new(turn.In(Texts.Saved)))
            : DayCards.Page(turn, after, page, new(turn.In(Texts.Saved)), undo: null);
    }

    private async Task<CardReply> SaveGuestAsync(BotTurn turn, CouncilView view, ActionForm form, CancellationToken ct)
    {
        if (form.Text("i") is not { } id || !DrawnId.Is(id))
        {
            return DayCards.Page(turn, view, page: 0, notice: null, undo: null);
        }
        GuestForm filled = GuestForm.Read(form, id);
        if (filled.Error is { } error)
        {
            return DayCards.GuestForm(turn, view, filled, new(turn.In(error), IsGood: false));
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled.WithoutPersonalData();
        }
        if (
            form.Text("ok") != PersonalDataQuestion.Keep
            && PersonalDataQuestion.About(turn, [filled.Organisation, filled.Name]) is { } question
        )
        {
            return DayCards.GuestForm(turn, view, filled, new(question, IsGood: false), asksPersonalData: true);
        }
        GuestForm guest = filled;
        Council? council = await ChangeAsync(
            turn,
            view,
            c =>
                c.FindParticipant(id) is not null || c.Participants.Count >= Council.MostParticipants
                    ? c
                    : c with
                    {
                        Participants =
                        [
                            .. c.Participants,
                            new(
                                id,
                                guest.Sector!,
                                guest.Organisation,
                                guest.Name,
                                ParticipantContact.None,
                                turn.Person!.Ref,
                                Attended: true,
                                Remote: guest.Remote
                            ),
                        ],
                    },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, council);
        return council.FindParticipant(id) is { } added
            ? DayCards.Page(
                turn,
                after,
                council.Participants.Count,
                new(turn.In(Texts.GuestAdded(CardText.Escape(added.Label)))),
                undo: null
            )
            : DayCards.GuestForm(turn, after, filled, new(turn.In(Texts.TooMany), IsGood: false));
    }

    /// <summary>A route to take the attendance: nobody came to a meeting that has not been.</summary>
    private FormHandler ToAttend(CouncilHandler handle) =>
        desk.ToEdit(async (turn, view, form, ct) => NotYet(turn, view) ?? await handle(turn, view, form, ct));

    private FormHandler ToAttend(Func<BotTurn, CouncilView, ActionForm, CardReply> show) =>
        desk.ToEdit((turn, view, form) => NotYet(turn, view) ?? show(turn, view, form));

    private static CardReply? NotYet(BotTurn turn, CouncilView view) =>
        view.DayHasCome
            ? null
            : DayCards.Page(turn, view, page: 0, new(turn.In(Texts.NotYet), IsGood: false), undo: null);

    private Task<Council?> ChangeAsync(
        BotTurn turn,
        CouncilView view,
        Func<Council, Council> change,
        CancellationToken ct
    ) => councils.ChangeAsync(turn.TenantId, view.Council.Id, turn.Person!.Ref, CouncilStep.Day, change, ct);
}

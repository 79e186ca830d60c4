using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Text;
using Texts = Renkei.Bot.Features.Minutes.DayTexts;

namespace Renkei.Bot.Features.Minutes;

/// <summary>The day of a council (R12): what happens when, and who came.</summary>
internal sealed class DayFeature(CouncilStore councils, CouncilDesk desk) : IFeature
{
    public void Register(BotRoutes routes)
    {
        desk.OnStep(
            CouncilStep.Day,
            (turn, view, notice, _) => Task.FromResult(DayCards.Page(turn, view, page: 0, notice, undo: null))
        );
        routes.OnCard(DayCards.ListVerb, ListAsync);
        routes.OnCard(DayCards.AgendaVerb, AgendaAsync);
        routes.OnCard(DayCards.SaveAgendaVerb, SaveAgendaAsync);
        routes.OnCard(DayCards.AllVerb, AllAsync);
        routes.OnCard(DayCards.UndoVerb, UndoAsync);
        routes.OnCard(DayCards.AttendanceVerb, AttendanceAsync);
        routes.OnCard(DayCards.SaveAttendanceVerb, SaveAttendanceAsync);
        routes.OnCard(DayCards.GuestVerb, GuestAsync);
        routes.OnCard(DayCards.SaveGuestVerb, SaveGuestAsync);
    }

    private async Task<CardReply> ListAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: false, ct);
        return opened.Refusal ?? DayCards.Page(turn, opened.View!, form.Number("p"), notice: null, undo: null);
    }

    private async Task<CardReply> AgendaAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: true, ct);
        return opened.Refusal
            ?? DayCards.AgendaForm(
                turn,
                opened.View!,
                AgendaText.Write(turn, opened.View!),
                AgendaText.VersionOf(opened.View!.Council),
                notice: null
            );
    }

    private async Task<CardReply> SaveAgendaAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: true, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        CouncilView view = opened.View!;
        string seen = form.Text("v") ?? "";
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
        bool differs = false;
        Council? council = await ChangeAsync(
            turn,
            view,
            c =>
            {
                Council next = c with { Agenda = points };
                differs = AgendaText.VersionOf(c) != seen && AgendaText.VersionOf(c) != AgendaText.VersionOf(next);
                return differs ? c : next;
            },
            ct
        );
        if (council is null)
        {
            return CouncilPage.Sentence(turn, CouncilTexts.Gone);
        }
        CouncilView after = desk.View(turn, council);
        if (differs)
        {
            var last = await councils.LastChangeOfAsync(turn.TenantId, council.Id, AgendaText.VersionOf, ct);
            string stands = CardText.Escape(AgendaText.Write(turn, after).Replace('\n', '/'));
            PageNotice why = new(CouncilTexts.ChangedMeanwhile(turn, last, stands), IsGood: false);
            return DayCards.AgendaForm(turn, after, text, AgendaText.VersionOf(council), why);
        }
        return DayCards.Page(turn, after, page: 0, new(turn.In(Texts.Saved)), undo: null);
    }

    private async Task<CardReply> AllAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenForAttendanceAsync(turn, form, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        int came = 0;
        int away = 0;
        Council? council = await ChangeAsync(
            turn,
            opened.View!,
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

    private async Task<CardReply> UndoAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: true, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        CouncilId id = opened.View!.Council.Id;
        int revision = form.Number("r") ?? 0;
        Council? before = await councils.RevisionAsync(turn.TenantId, id, revision, ct);
        Council? marked = await councils.RevisionAsync(turn.TenantId, id, revision + 1, ct);
        if (before is null || marked is null)
        {
            return DayCards.Page(turn, opened.View, page: 0, notice: null, undo: null);
        }
        Council? council = await ChangeAsync(
            turn,
            opened.View,
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

    private async Task<CardReply> AttendanceAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenForAttendanceAsync(turn, form, ct);
        return opened.Refusal
            ?? DayCards.AttendanceForm(turn, opened.View!, form.Number("p"), typed: null, notice: null);
    }

    private async Task<CardReply> SaveAttendanceAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenForAttendanceAsync(turn, form, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        CouncilView view = opened.View!;
        HashSet<string> shown = [.. (form.Text("i") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        HashSet<string> online = [.. form.Choices("in_online")];
        // Whoever is online is there.
        HashSet<string> came = [.. form.Choices("in_came"), .. online];
        string? seen = form.Text("v");
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

    private async Task<CardReply> GuestAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenForAttendanceAsync(turn, form, ct);
        return opened.Refusal ?? DayCards.GuestForm(turn, opened.View!, GuestForm.Empty(), notice: null);
    }

    private async Task<CardReply> SaveGuestAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await OpenForAttendanceAsync(turn, form, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }
        CouncilView view = opened.View!;
        if (form.Text("i") is not { } id || !GuestForm.IsId(id))
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

    /// <summary>Opens a council whose attendance can be taken: nobody came to a meeting that has not been.</summary>
    private async Task<OpenedCouncil> OpenForAttendanceAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        OpenedCouncil opened = await desk.OpenAsync(turn, form.Text("c"), toEdit: true, ct);
        return opened.View is { DayHasCome: false } view
            ? new(null, DayCards.Page(turn, view, page: 0, new(turn.In(Texts.NotYet), IsGood: false), undo: null))
            : opened;
    }

    private Task<Council?> ChangeAsync(
        BotTurn turn,
        CouncilView view,
        Func<Council, Council> change,
        CancellationToken ct
    ) => councils.ChangeAsync(turn.TenantId, view.Council.Id, turn.Person!.Ref, CouncilStep.Day, change, ct);
}

using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Requests;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Time;

namespace Renkei.Bot.Features.Requests;

/// <summary>「相談の一覧」: a centre sees its own requests, head office all of them; the open ones first, those that ended page by page.</summary>
internal sealed class RequestListFeature(RequestStore requests, Organisation places) : IFeature
{
    public void Register(BotRoutes routes)
    {
        routes.OnCommand(
            new(
                CommandCodes.Requests,
                CommandGroup.HeadOffice,
                RequestPage.List,
                RequestTexts.ListDescription,
                ["相談一覧", "相談を見る", "本庁への相談の一覧", "そうだんのいちらん", "requests", "list of requests"],
                (turn, _, ct) => ShowAsync(turn, new(null, null, IsEnded: false, 0, null), ct)
            )
        );
        routes.OnCard(
            RequestPage.ListVerb,
            (turn, form, ct) =>
                ShowAsync(
                    turn,
                    new(
                        form.Text("in_p") ?? form.Text("p"),
                        form.Text("in_c") ?? form.Text("c"),
                        form.Flag("z"),
                        form.Number("n") ?? 0,
                        form.Text("a")
                    ),
                    ct
                )
        );
    }

    private async Task<CardReply> ShowAsync(BotTurn turn, RequestListPlace asked, CancellationToken ct)
    {
        Person person = turn.Person!;
        HealthCentre? own = person.CentreCode is { } code ? places.FindCentre(code) : null;
        bool seesAll = person.OverseesCentres;
        IReadOnlyList<Prefecture> prefectures = places.PrefecturesOf(person);
        if (!seesAll && (own is null || person.Role is not (Role.Nurse or Role.Coordinator)))
        {
            return NewRequestCards.Sentence(turn, ListTexts.OnlyMembers);
        }
        if (prefectures.Count == 0)
        {
            return NewRequestCards.Sentence(turn, ListTexts.OnlyMembers);
        }
        Prefecture prefecture = prefectures.FirstOrDefault(p => p.Code == asked.PrefectureCode) ?? prefectures[0];
        HealthCentre? centre = seesAll
            ? places.Centres.FirstOrDefault(c => c.Code == asked.CentreCode && c.PrefectureCode == prefecture.Code)
            : own;
        RequestListPlace place = asked with { PrefectureCode = prefecture.Code, CentreCode = centre?.Code };
        RequestListView view = new(place, places, prefectures, seesAll, TokyoTime.DateOf(turn.Now));
        if (asked.IsEnded)
        {
            (IReadOnlyList<RequestLine> page, string? next) = await requests.EndedAsync(
                turn.TenantId,
                prefecture.Code,
                centre?.Code,
                asked.After,
                RequestListCards.PageSize,
                ct
            );
            return RequestListCards.Ended(turn, view, page, next);
        }
        return RequestListCards.Open(
            turn,
            view,
            await requests.OpenAsync(turn.TenantId, prefecture.Code, centre?.Code, ct)
        );
    }
}

/// <summary>Which part of the list is looked at.</summary>
/// <param name="PrefectureCode">The prefecture.</param>
/// <param name="CentreCode">A centre; <see langword="null"/> for all.</param>
/// <param name="IsEnded">Those that ended, or those that are open.</param>
/// <param name="Page">The page of the open ones.</param>
/// <param name="After">Where the page of the ended ones begins.</param>
internal sealed record RequestListPlace(
    string? PrefectureCode,
    string? CentreCode,
    bool IsEnded,
    int Page,
    string? After
);

/// <summary>What the list is made of besides its lines.</summary>
/// <param name="Place">The part that is shown.</param>
/// <param name="Places">The organisation.</param>
/// <param name="Prefectures">Those the reader chooses among; one for most.</param>
/// <param name="SeesAll">Whether the reader may choose among centres.</param>
/// <param name="Today">Today in Japan.</param>
internal sealed record RequestListView(
    RequestListPlace Place,
    Organisation Places,
    IReadOnlyList<Prefecture> Prefectures,
    bool SeesAll,
    DateOnly Today
);

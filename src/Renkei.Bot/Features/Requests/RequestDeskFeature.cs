using Renkei.Activities.Connector;
using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Requests;
using Renkei.Cards;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Requests.DeskTexts;

namespace Renkei.Bot.Features.Requests;

/// <summary>「ここを本庁の窓口にする」: head office chooses, moves and gives up the channel in which requests arrive.</summary>
internal sealed class RequestDeskFeature(RequestStore requests, Organisation places) : IFeature
{
    private const int NameLength = 80;

    public void Register(BotRoutes routes)
    {
        routes.OnCommand(
            new(
                CommandCodes.RequestDesk,
                CommandGroup.HeadOffice,
                Texts.Title,
                Texts.Description,
                [
                    "ここを本庁の窓口にする",
                    "本庁の窓口にする",
                    "ここを窓口にする",
                    "相談の窓口",
                    "窓口の設定",
                    "make this the head office desk",
                    "head office desk",
                ],
                (turn, _, ct) => ShowAsync(turn, notice: null, ct),
                InGroups: true
            )
        );
        routes.OnCard(RequestVerbs.KeepDesk, KeepAsync);
        routes.OnCard(RequestVerbs.AskStopDesk, AskStopAsync);
        routes.OnCard(RequestVerbs.StopDesk, StopAsync);
    }

    private async Task<CardReply> ShowAsync(BotTurn turn, PageNotice? notice, CancellationToken ct)
    {
        List<(Prefecture Prefecture, RequestDesk? Desk)> desks = [];
        foreach (Prefecture prefecture in places.Prefectures)
        {
            desks.Add((prefecture, await requests.DeskAsync(turn.TenantId, prefecture.Code, ct)));
        }
        bool mayChoose = turn.Person!.Role == Role.HeadOffice;
        List<CardElement> body = [TextBlock.Heading(turn.In(Texts.Title)), .. notice.Elements()];
        foreach ((Prefecture prefecture, RequestDesk? desk) in desks.Where(d => d.Desk is not null || desks.Count == 1))
        {
            body.AddRange(Standing(turn, desks.Count > 1 ? prefecture : null, desk));
            if (mayChoose && desk is not null)
            {
                body.Add(
                    new ActionSet([
                        new ExecuteAction(
                            turn.In(Texts.Stop),
                            RequestVerbs.AskStopDesk,
                            ActionData.Of(("p", prefecture.Code))
                        )
                        {
                            IgnoresInputs = true,
                        },
                    ])
                    {
                        Spacing = Spacing.Small,
                    }
                );
            }
        }
        (Prefecture Prefecture, RequestDesk? Desk)[] elsewhere = [.. desks.Where(d => !IsHere(turn, d.Desk))];
        List<AdaptiveAction> actions = [];
        if (!mayChoose)
        {
            body.Add(TextBlock.Remark(turn.In(Texts.OnlyHeadOffice)));
        }
        else if (turn.IsPersonal)
        {
            body.Add(TextBlock.Remark(turn.In(Texts.HowTo)));
        }
        else if (elsewhere.Length > 0)
        {
            body.Add(new TextBlock(turn.In(Texts.Ask)) { Weight = TextWeight.Bolder, Separator = true });
            body.Add(new TextBlock(turn.In(Texts.Means)));
            if (elsewhere.Length > 1)
            {
                body.Add(
                    new ChoiceSetInput(
                        "in_p",
                        turn.In(Texts.Prefecture),
                        [.. elsewhere.Select(d => new Choice(turn.In(d.Prefecture.Name), d.Prefecture.Code))]
                    )
                    {
                        Value = elsewhere[0].Prefecture.Code,
                    }
                );
            }
            ActionData data =
                elsewhere.Length > 1 ? ActionData.Empty : ActionData.Of(("p", elsewhere[0].Prefecture.Code));
            actions.Add(
                new ExecuteAction(
                    turn.In(elsewhere is [{ Desk: not null }] ? Texts.Move : Texts.Make),
                    RequestVerbs.KeepDesk,
                    data
                )
            );
        }
        if (turn.IsPersonal)
        {
            actions.Add(BotCards.Button(turn, CommandCodes.Requests, RequestPage.List));
        }
        return BotCards.Reply(turn, turn.In(Texts.Title), body, actions, about: CardSubject.Request);
    }

    private async Task<CardReply> KeepAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (turn.Person!.Role != Role.HeadOffice)
        {
            return new CardReply.Message(turn.In(Texts.OnlyHeadOffice));
        }
        if (turn.IsPersonal || PrefectureOf(form) is not { } prefecture)
        {
            return await ShowAsync(turn, notice: null, ct);
        }
        RequestDesk? now = await requests.DeskAsync(turn.TenantId, prefecture.Code, ct);
        if (!IsHere(turn, now))
        {
            RequestDesk desk = new(Here(turn), NameOf(turn), turn.Person.Ref, turn.Now);
            await requests.KeepDeskAsync(turn.TenantId, prefecture.Code, desk, ct);
        }
        return await ShowAsync(turn, new(turn.In(Texts.Made)), ct);
    }

    private async Task<CardReply> AskStopAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (turn.Person!.Role != Role.HeadOffice)
        {
            return new CardReply.Message(turn.In(Texts.OnlyHeadOffice));
        }
        if (
            PrefectureOf(form) is not { } prefecture
            || await requests.DeskAsync(turn.TenantId, prefecture.Code, ct) is not { } desk
        )
        {
            return await ShowAsync(turn, notice: null, ct);
        }
        return BotCards.Reply(
            turn,
            turn.In(Texts.AskStop),
            [
                TextBlock.Heading(turn.In(Texts.AskStop)),
                .. Standing(turn, places.Prefectures.Count > 1 ? prefecture : null, desk),
                new TextBlock(turn.In(Texts.StopMeans)),
            ],
            [
                new ExecuteAction(turn.In(Texts.Stop), RequestVerbs.StopDesk, ActionData.Of(("p", prefecture.Code)))
                {
                    IgnoresInputs = true,
                },
                BotCards.Button(turn, CommandCodes.RequestDesk, RequestTexts.Keep),
            ],
            about: CardSubject.Request
        );
    }

    private async Task<CardReply> StopAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (turn.Person!.Role != Role.HeadOffice)
        {
            return new CardReply.Message(turn.In(Texts.OnlyHeadOffice));
        }
        if (PrefectureOf(form) is not { } prefecture)
        {
            return await ShowAsync(turn, notice: null, ct);
        }
        await requests.KeepDeskAsync(turn.TenantId, prefecture.Code, desk: null, ct);
        return await ShowAsync(turn, new(turn.In(Texts.Stopped)), ct);
    }

    private static IEnumerable<CardElement> Standing(BotTurn turn, Prefecture? prefecture, RequestDesk? desk)
    {
        if (prefecture is not null)
        {
            yield return new TextBlock(turn.In(prefecture.Name)) { Weight = TextWeight.Bolder, Separator = true };
        }
        if (desk is null)
        {
            yield return new TextBlock(turn.In(Texts.None));
            yield break;
        }
        string name = desk.Name.Length > 0 ? desk.Name : turn.In(Texts.Unknown);
        yield return new TextBlock(turn.In(IsHere(turn, desk) ? Texts.IsHere : Texts.Elsewhere(CardText.Escape(name))));
        yield return TextBlock.Remark(
            turn.In(Texts.SetBy(CardText.Escape(desk.SetBy.Name), TokyoTime.Brief(desk.SetAt, turn.Language)))
        );
    }

    private Prefecture? PrefectureOf(ActionForm form)
    {
        string? code = form.Text("in_p") ?? form.Text("p");
        return places.Prefectures.FirstOrDefault(p => p.Code == code);
    }

    private static bool IsHere(BotTurn turn, RequestDesk? desk) =>
        desk?.Address.ConversationId == Here(turn).ConversationId;

    /// <summary>The channel itself: what is said in a thread comes with the thread's own id, and a new card belongs outside of it.</summary>
    private static ConversationAddress Here(BotTurn turn)
    {
        ConversationAddress address = turn.Turn.Address;
        int thread = address.ConversationId.IndexOf(";messageid=", StringComparison.Ordinal);
        return thread < 0 ? address : address with { ConversationId = address.ConversationId[..thread] };
    }

    /// <summary>What Teams calls the channel or group; it says so for some only.</summary>
    private static string NameOf(BotTurn turn)
    {
        string?[] parts =
        [
            turn.Turn.Activity.ChannelData?.Team?.Name,
            turn.Turn.Activity.ChannelData?.Channel?.Name,
            turn.Turn.Activity.Conversation?.Name,
        ];
        string name = string.Join(" › ", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
        return name.Length <= NameLength ? name : name[..NameLength];
    }
}

using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Groups;
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
        foreach (Prefecture prefecture in places.PrefecturesOf(turn.Person!))
        {
            desks.Add((prefecture, await requests.DeskAsync(turn.TenantId, prefecture.Code, ct)));
        }
        List<CardElement> body = [TextBlock.Heading(turn.In(Texts.Title)), .. notice.Elements()];
        foreach ((Prefecture prefecture, RequestDesk? desk) in desks)
        {
            body.AddRange(Standing(turn, desks.Count > 1 ? prefecture : null, desk));
        }
        List<AdaptiveAction> actions = [];
        if (OwnOf(turn) is not { } own)
        {
            body.Add(TextBlock.Remark(turn.In(Texts.OnlyHeadOffice)));
        }
        else
        {
            RequestDesk? stands = desks.Find(d => d.Prefecture == own).Desk;
            if (stands is not null)
            {
                body.Add(
                    new ActionSet([
                        new ExecuteAction(turn.In(Texts.Stop), RequestVerbs.AskStopDesk) { IgnoresInputs = true },
                    ])
                    {
                        Spacing = Spacing.Small,
                    }
                );
            }
            if (turn.IsPersonal)
            {
                body.Add(TextBlock.Remark(turn.In(Texts.HowTo)));
            }
            else if (!IsHere(turn, stands))
            {
                body.Add(new TextBlock(turn.In(Texts.Ask)) { Weight = TextWeight.Bolder, Separator = true });
                body.Add(new TextBlock(turn.In(Texts.Means)));
                actions.Add(
                    new ExecuteAction(turn.In(stands is null ? Texts.Make : Texts.Move), RequestVerbs.KeepDesk)
                );
            }
        }
        if (turn.IsPersonal)
        {
            actions.Add(BotCards.Button(turn, CommandCodes.Requests, RequestPage.List));
        }
        return BotCards.Reply(turn, turn.In(Texts.Title), body, actions, about: CardSubject.Request);
    }

    private async Task<CardReply> KeepAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (OwnOf(turn) is not { } prefecture)
        {
            return new CardReply.Message(turn.In(Texts.OnlyHeadOffice));
        }
        if (turn.IsPersonal)
        {
            return await ShowAsync(turn, notice: null, ct);
        }
        RequestDesk? now = await requests.DeskAsync(turn.TenantId, prefecture.Code, ct);
        if (!IsHere(turn, now))
        {
            // The channel itself, not the thread: a new card belongs outside of it.
            var here = Group.Of(turn.Turn);
            RequestDesk desk = new(here.Address, here.Label, turn.Person!.Ref, turn.Now);
            await requests.KeepDeskAsync(turn.TenantId, prefecture.Code, desk, ct);
        }
        return await ShowAsync(turn, new(turn.In(Texts.Made)), ct);
    }

    private async Task<CardReply> AskStopAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (OwnOf(turn) is not { } prefecture)
        {
            return new CardReply.Message(turn.In(Texts.OnlyHeadOffice));
        }
        if (await requests.DeskAsync(turn.TenantId, prefecture.Code, ct) is not { } desk)
        {
            return await ShowAsync(turn, notice: null, ct);
        }
        return BotCards.Reply(
            turn,
            turn.In(Texts.AskStop),
            [
                TextBlock.Heading(turn.In(Texts.AskStop)),
                .. Standing(turn, prefecture: null, desk),
                new TextBlock(turn.In(Texts.StopMeans)),
            ],
            [
                new ExecuteAction(turn.In(Texts.Stop), RequestVerbs.StopDesk) { IgnoresInputs = true },
                BotCards.Button(turn, CommandCodes.RequestDesk, RequestTexts.Keep),
            ],
            about: CardSubject.Request
        );
    }

    private async Task<CardReply> StopAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (OwnOf(turn) is not { } prefecture)
        {
            return new CardReply.Message(turn.In(Texts.OnlyHeadOffice));
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

    /// <summary>The prefecture whose desk somebody may choose: that of their head office. No card has to name it.</summary>
    private Prefecture? OwnOf(BotTurn turn) =>
        turn.Person is { Role: Role.HeadOffice, Area: { } area } ? places.FindPrefecture(area.PrefectureCode) : null;

    private static bool IsHere(BotTurn turn, RequestDesk? desk) =>
        desk?.Address.ConversationId == Group.Of(turn.Turn).Address.ConversationId;
}

using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Feedback;
using Renkei.Bot.People;
using Renkei.Domain;
using Renkei.Domain.Feedback;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Text;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Feedback.FeedbackTexts;

namespace Renkei.Bot.Features.Feedback;

/// <summary>「フィードバック」 (R24): head office shares practices and directions, sees who has read them, and centres reply and find them again.</summary>
internal sealed class FeedbackFeature(FeedbackStore store, PeopleStore people, Organisation places) : IFeature
{
    private const int HistoryLength = 5;
    private const int TokenLength = 16;
    private const int FirstYear = 2000;

    public void Register(BotRoutes routes)
    {
        routes.OnCommand(
            new(
                CommandCodes.Feedback,
                CommandGroup.HeadOffice,
                Texts.Title,
                Texts.Description,
                ["よい実践", "好事例", "方向性", "ふぃーどばっく", "good practice", "shared practices"],
                (turn, _, ct) => ListAsync(turn, null, null, "", 0, ct)
            )
        );
        routes.OnCommand(
            new(
                CommandCodes.FindFeedback,
                CommandGroup.HeadOffice,
                Texts.Search,
                Texts.SearchDescription,
                ["フィードバックを探す", "実践を探す", "好事例検索", "search feedback"],
                (turn, rest, ct) => ListAsync(turn, null, null, rest, 0, ct),
                TakesText: true
            )
        );
        routes.OnCard(
            FeedbackVerbs.List,
            (turn, form, ct) =>
                ListAsync(
                    turn,
                    form.Text("in_p") ?? form.Text("p"),
                    form.Number("y"),
                    form.Text("in_q") ?? form.Text("q") ?? "",
                    form.Number("n") ?? 0,
                    ct
                )
        );
        routes.OnCard(FeedbackVerbs.Show, ShowAsync);
        routes.OnCard(FeedbackVerbs.Read, ReadAsync);
        routes.OnCard(FeedbackVerbs.Write, WriteAsync);
        routes.OnCard(FeedbackVerbs.Reply, ReplyAsync);
        routes.OnCard(FeedbackVerbs.Edit, EditAsync);
        routes.OnCard(
            FeedbackVerbs.Rewrite,
            (turn, form, ct) =>
                Task.FromResult(
                    NotMine(turn) ?? FeedbackFormCards.Form(turn, FeedbackForm.Read(form).Cut(), CentresOf(turn), null)
                )
        );
        routes.OnCard(FeedbackVerbs.Check, CheckAsync);
        routes.OnCard(FeedbackVerbs.Share, ShareAsync);
        routes.OnCard(FeedbackVerbs.Readers, ReadersAsync);
        routes.OnCard(FeedbackVerbs.History, HistoryAsync);
        routes.OnCard(FeedbackVerbs.AskWithdraw, AskWithdrawAsync);
        routes.OnCard(FeedbackVerbs.Withdraw, WithdrawAsync);
    }

    private async Task<CardReply> ListAsync(
        BotTurn turn,
        string? prefecture,
        int? year,
        string words,
        int page,
        CancellationToken ct
    )
    {
        Person person = turn.Person!;
        if (!turn.IsPersonal)
        {
            return new CardReply.Message(turn.In(Texts.InPersonalChat));
        }
        if (person.Role is Role.MunicipalStaff)
        {
            return FeedbackCards.Sentence(turn, Texts.OnlyMembers);
        }
        IReadOnlyList<Prefecture> prefectures = places.PrefecturesOf(person);
        if (prefectures.Count == 0)
        {
            return FeedbackCards.Sentence(turn, Texts.OnlyMembers);
        }
        Prefecture of = prefectures.FirstOrDefault(p => p.Code == prefecture) ?? prefectures[0];
        int now = FiscalYear.Containing(turn.Now).Year;
        int shown = year is >= FirstYear && year <= now ? year.Value : now;
        string asked = words.Length <= FeedbackItem.TitleLength ? words : words[..FeedbackItem.TitleLength];
        IReadOnlyList<FeedbackItem> all = await store.YearAsync(turn.TenantId, of.Code, shown, ct);
        FeedbackItem[] items =
        [
            .. all.Where(i => i.MayRead(person))
                .Where(i => !i.IsWithdrawn || FeedbackItem.MayShare(person))
                .Where(i => asked.Length == 0 || FeedbackStore.Matches(i, FieldNames(i), asked)),
        ];
        return FeedbackListCard.For(turn, of, prefectures, shown, asked, page, items);
    }

    private async Task<CardReply> ShowAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (FeedbackItem? item, CardReply? refusal) = await OpenAsync(turn, form, ct);
        return refusal ?? await PageAsync(turn, item!, saysSo: false, notice: null, ct);
    }

    private async Task<CardReply> ReadAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (FeedbackItem? item, CardReply? refusal) = await OpenAsync(turn, form, ct);
        return refusal ?? await PageAsync(turn, item!, saysSo: true, new(turn.In(Texts.IsRead)), ct);
    }

    /// <summary>Shows an item; whoever it is for has seen it by that.</summary>
    private async Task<CardReply> PageAsync(
        BotTurn turn,
        FeedbackItem item,
        bool saysSo,
        PageNotice? notice,
        CancellationToken ct
    )
    {
        Person person = turn.Person!;
        bool hasSaidSo = false;
        if (item.IsFor(person) && !item.IsWithdrawn)
        {
            FeedbackSeen seen = await store.MarkAsync(
                turn.TenantId,
                item.Id,
                new(person.Ref, person.CentreCode!, turn.Now, saysSo),
                ct
            );
            hasSaidSo = seen.SaidSo;
        }
        (int, int)? readers = null;
        if (FeedbackItem.MayShare(person))
        {
            FeedbackAudience audience = await store.AudienceAsync(turn.TenantId, item.Id, ct);
            HashSet<string> saw = [.. (await store.SeenAsync(turn.TenantId, item.Id, ct)).Select(s => s.Who.ObjectId)];
            readers = (audience.Readers.Count(r => saw.Contains(r.Who.ObjectId)), audience.Readers.Count);
        }
        return FeedbackCards.Page(
            turn,
            item,
            places,
            await store.RepliesAsync(turn.TenantId, item.Id, ct),
            readers,
            hasSaidSo,
            notice
        );
    }

    private async Task<CardReply> WriteAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (FeedbackItem? item, CardReply? refusal) = await OpenAsync(turn, form, ct);
        return refusal
            ?? (
                MayReply(turn, item!)
                    ? FeedbackCards.ReplyForm(turn, item!, text: "", DrawnId.New(), notice: null)
                    : await PageAsync(turn, item!, saysSo: false, notice: null, ct)
            );
    }

    private async Task<CardReply> ReplyAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        (FeedbackItem? found, CardReply? refusal) = await OpenAsync(turn, form, ct);
        if (refusal is not null)
        {
            return refusal;
        }
        FeedbackItem item = found!;
        if (!MayReply(turn, item))
        {
            return await PageAsync(turn, item, saysSo: false, notice: null, ct);
        }
        string text = form.Text("in_reply") ?? "";
        string token = form.Text("k") is { Length: > 0 and <= TokenLength } given ? given : DrawnId.New();
        if (text.Length is 0 or > FeedbackItem.ReplyLength)
        {
            string cut = text[..Math.Min(text.Length, FeedbackItem.ReplyLength)];
            return FeedbackCards.ReplyForm(turn, item, cut, token, new(turn.In(Texts.WordsError), IsGood: false));
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            text = PersonalData.Remove(text);
            text = text[..Math.Min(text.Length, FeedbackItem.ReplyLength)];
        }
        if (form.Text("ok") != PersonalDataQuestion.Keep && PersonalDataQuestion.About(turn, [text]) is { } question)
        {
            PageNotice asked = new(question, IsGood: false);
            return FeedbackCards.ReplyForm(turn, item, text, token, asked, asksPersonalData: true);
        }
        Person person = turn.Person!;
        await store.ReplyAsync(
            turn.TenantId,
            item.Id,
            new(person.Ref, person.CentreCode ?? "", turn.Now, text),
            ShownVersion.Of(token, person.Id.ObjectId, text),
            ct
        );
        return await PageAsync(turn, item, saysSo: false, new(turn.In(Texts.Replied)), ct);
    }

    private async Task<CardReply> EditAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (NotMine(turn) is { } refusal)
        {
            return refusal;
        }
        if (form.Text("f") is null or "")
        {
            return FeedbackFormCards.Form(turn, FeedbackForm.New(CentresOf(turn)), CentresOf(turn), notice: null);
        }
        (FeedbackItem? item, CardReply? not) = await OpenAsync(turn, form, ct);
        return not ?? FeedbackFormCards.Form(turn, FeedbackForm.Of(item!), CentresOf(turn), notice: null);
    }

    private async Task<CardReply> CheckAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        FeedbackForm filled = FeedbackForm.Read(form);
        return NotMine(turn) ?? Fault(turn, form, ref filled) ?? await ConfirmAsync(turn, form, filled, ct);
    }

    private async Task<CardReply> ConfirmAsync(BotTurn turn, ActionForm form, FeedbackForm filled, CancellationToken ct)
    {
        int count = filled.Item.Length > 0 ? 0 : (await AudienceAsync(turn, filled.Centres, ct)).Readers.Count;
        return FeedbackFormCards.Confirm(turn, filled, count, form.Text("ok") == PersonalDataQuestion.Keep);
    }

    private async Task<CardReply> ShareAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        FeedbackForm filled = FeedbackForm.Read(form);
        if ((NotMine(turn) ?? Fault(turn, form, ref filled)) is { } refusal)
        {
            return refusal;
        }
        return filled.Item.Length > 0 ? await ChangeAsync(turn, form, filled, ct) : await AddAsync(turn, filled, ct);
    }

    private async Task<CardReply> AddAsync(BotTurn turn, FeedbackForm filled, CancellationToken ct)
    {
        PersonRef by = turn.Person!.Ref;
        string mark = filled.MarkFor(by.ObjectId);
        string prefecture = turn.Person!.Area!.PrefectureCode;
        // The name begins with the moment, so a press repeated later is found by its mark.
        FiscalYear year = FiscalYear.Containing(turn.Now);
        IReadOnlyList<FeedbackItem> shared = await store.YearAsync(turn.TenantId, prefecture, year.Year, ct);
        FeedbackItem item =
            shared.FirstOrDefault(i => i.Id.Name.EndsWith(mark, StringComparison.Ordinal))
            ?? await store.AddAsync(
                turn.TenantId,
                new(
                    FeedbackId.Of(prefecture, turn.Now, mark),
                    filled.KindOf!.Value,
                    filled.Title,
                    filled.Text,
                    filled.Link,
                    filled.Field,
                    filled.Centres,
                    by,
                    turn.Now,
                    IsWithdrawn: false,
                    by,
                    turn.Now,
                    Revision: 1
                ),
                await AudienceAsync(turn, filled.Centres, ct),
                ct
            );
        return await PageAsync(turn, item, saysSo: false, new(turn.In(Texts.Shared)), ct);
    }

    private async Task<CardReply> ChangeAsync(BotTurn turn, ActionForm form, FeedbackForm filled, CancellationToken ct)
    {
        (FeedbackItem? found, CardReply? refusal) = await OpenAsync(turn, form, ct);
        if (refusal is not null)
        {
            return refusal;
        }
        FeedbackItem Applied(FeedbackItem item) =>
            item with
            {
                Kind = filled.KindOf!.Value,
                Title = filled.Title,
                Text = filled.Text,
                Link = filled.Link,
                FieldCode = filled.Field,
            };
        bool collides = false;
        FeedbackItem? after = await store.ChangeAsync(
            turn.TenantId,
            found!.Id,
            turn.Person!.Ref,
            item =>
            {
                // A repeated press finds it as it wanted it to be.
                collides = item.Revision != filled.Revision && Applied(item) != item;
                return collides ? item : Applied(item);
            },
            ct
        );
        return after is null ? FeedbackCards.Sentence(turn, Texts.Gone)
            : collides
                ? FeedbackFormCards.Form(
                    turn,
                    filled with
                    {
                        Revision = after.Revision,
                    },
                    CentresOf(turn),
                    new(turn.In(Texts.ChangedMeanwhile), IsGood: false)
                )
            : await PageAsync(turn, after, saysSo: false, new(turn.In(Texts.Changed)), ct);
    }

    private async Task<CardReply> ReadersAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (NotMine(turn) is { } refusal)
        {
            return refusal;
        }
        (FeedbackItem? item, CardReply? not) = await OpenAsync(turn, form, ct);
        return not
            ?? FeedbackCards.Readers(
                turn,
                item!,
                places,
                await store.AudienceAsync(turn.TenantId, item!.Id, ct),
                await store.SeenAsync(turn.TenantId, item.Id, ct)
            );
    }

    private async Task<CardReply> HistoryAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (NotMine(turn) is { } refusal)
        {
            return refusal;
        }
        (FeedbackItem? item, CardReply? not) = await OpenAsync(turn, form, ct);
        return not
            ?? FeedbackCards.History(turn, item!, await store.HistoryAsync(turn.TenantId, item!.Id, HistoryLength, ct));
    }

    private async Task<CardReply> AskWithdrawAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (NotMine(turn) is { } refusal)
        {
            return refusal;
        }
        (FeedbackItem? item, CardReply? not) = await OpenAsync(turn, form, ct);
        return not
            ?? (
                item!.IsWithdrawn
                    ? await PageAsync(turn, item, saysSo: false, notice: null, ct)
                    : FeedbackCards.AskWithdraw(turn, item)
            );
    }

    private async Task<CardReply> WithdrawAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (NotMine(turn) is { } refusal)
        {
            return refusal;
        }
        (FeedbackItem? item, CardReply? not) = await OpenAsync(turn, form, ct);
        if (not is not null)
        {
            return not;
        }
        bool withdraws = !form.Flag("o");
        FeedbackItem? after = await store.ChangeAsync(
            turn.TenantId,
            item!.Id,
            turn.Person!.Ref,
            i => i with { IsWithdrawn = withdraws },
            ct
        );
        LocalText said = withdraws ? Texts.Withdrawn : Texts.Restored;
        return after is null
            ? FeedbackCards.Sentence(turn, Texts.Gone)
            : await PageAsync(turn, after, saysSo: false, new(turn.In(said)), ct);
    }

    /// <summary>What has to be put right before something can be shared.</summary>
    private CardReply? Fault(BotTurn turn, ActionForm form, ref FeedbackForm filled)
    {
        IReadOnlyList<HealthCentre> centres = CentresOf(turn);
        if (filled.Error(centres) is { } error)
        {
            return FeedbackFormCards.Form(turn, filled.Cut(), centres, new(turn.In(error), IsGood: false));
        }
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled.WithoutPersonalData();
        }
        return
            form.Text("ok") != PersonalDataQuestion.Keep
            && PersonalDataQuestion.About(turn, [filled.Title, filled.Text]) is { } question
            ? FeedbackFormCards.Form(turn, filled, centres, new(question, IsGood: false), asksPersonalData: true)
            : null;
    }

    /// <summary>Nurses and coordinators of the centres as they are now; who comes later finds it in the list.</summary>
    private async Task<FeedbackAudience> AudienceAsync(
        BotTurn turn,
        IReadOnlyList<string> centres,
        CancellationToken ct
    )
    {
        List<FeedbackReader> readers = [];
        foreach (string centre in centres.Distinct(StringComparer.Ordinal))
        {
            foreach (CentreMember member in await people.MembersOfCentreAsync(turn.TenantId, centre, ct))
            {
                if (member.PreparesCouncils)
                {
                    readers.Add(new(member.Who, centre));
                }
            }
        }
        return new(readers);
    }

    private async Task<(FeedbackItem? Item, CardReply? Refusal)> OpenAsync(
        BotTurn turn,
        ActionForm form,
        CancellationToken ct
    )
    {
        if (!turn.IsPersonal)
        {
            return (null, new CardReply.Message(turn.In(Texts.InPersonalChat)));
        }
        if (
            !FeedbackId.TryParse(form.Text("f"), out FeedbackId? id)
            || await store.FindAsync(turn.TenantId, id, ct) is not { } item
        )
        {
            return (null, FeedbackCards.Sentence(turn, Texts.Gone));
        }
        return item.MayRead(turn.Person!) ? (item, null) : (null, FeedbackCards.Sentence(turn, Texts.NotYours));
    }

    private static CardReply? NotMine(BotTurn turn) =>
        !turn.IsPersonal ? new CardReply.Message(turn.In(Texts.InPersonalChat))
        : FeedbackItem.MayShare(turn.Person!) ? null
        : FeedbackCards.Sentence(turn, Texts.OnlyHeadOffice);

    private static bool MayReply(BotTurn turn, FeedbackItem item) =>
        !item.IsWithdrawn && (item.IsFor(turn.Person!) || FeedbackItem.MayShare(turn.Person!));

    /// <summary>With which centres somebody may share: those of their own prefecture.</summary>
    private IReadOnlyList<HealthCentre> CentresOf(BotTurn turn) => places.OverseenBy(turn.Person!);

    private static string FieldNames(FeedbackItem item)
    {
        LocalText name = (ThemeField.Find(item.FieldCode) ?? ThemeField.Other).Name;
        return $"{name.Ja} {name.En}";
    }
}

using System.Globalization;
using Renkei.Activities.Turns;
using Renkei.Activities.Wire;
using Renkei.Bot.Conversation;
using Renkei.Bot.Summaries;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Summaries;
using Renkei.Domain.Time;
using Renkei.Tables;
using Texts = Renkei.Bot.Features.Summaries.SubscriptionTexts;

namespace Renkei.Bot.Features.Summaries;

/// <summary>「毎週月曜9時」: a channel gets the summary by itself (R19); shown, changed and stopped where it is sent.</summary>
internal sealed class SubscriptionsFeature(SubscriptionStore subscriptions, Organisation places, BusinessDays days)
    : IFeature
{
    private const int Attempts = 5;
    private static readonly int[] UsualHours = [8, 9, 10, 13, 16, 17];

    public void Register(BotRoutes routes)
    {
        routes.OnCommand(
            new(
                CommandCodes.WeeklyDelivery,
                CommandGroup.Summaries,
                Texts.Title,
                Texts.Description,
                [.. Words()],
                AskAsync,
                InGroups: true,
                TakesText: true
            )
        );
        routes.OnCard(SummaryPage.SubscriptionVerb, (turn, _, ct) => ShowAsync(turn, notice: null, ct));
        routes.OnCard(SubscriptionCards.SaveVerb, SaveAsync);
        routes.OnCard(SubscriptionCards.StopVerb, (turn, _, ct) => StopAsync(turn, ct));
    }

    private static IEnumerable<string> Words()
    {
        yield return "定期送信";
        yield return "定期配信";
        yield return "毎週";
        yield return "まいしゅう";
        yield return "定期送信を止める";
        yield return "定期送信停止";
        yield return "subscribe";
        yield return "stop weekly delivery";
        yield return "every week";
        foreach ((DayOfWeek day, LocalText name) in Texts.Days)
        {
            yield return $"毎週{name.Ja}";
            yield return $"毎週{name.Ja}日";
            yield return $"every {day}";
            // Written in one word; any other time is read where a blank or a mark stands before it.
            foreach (int hour in UsualHours)
            {
                yield return $"毎週{name.Ja}{hour}時";
                yield return $"毎週{name.Ja}日{hour}時";
            }
        }
    }

    private async Task<CardReply> AskAsync(BotTurn turn, string rest, CancellationToken ct)
    {
        string text = turn.Turn.Text;
        if (turn.IsPersonal)
        {
            return Sentence(turn, Texts.InChannel);
        }
        if (IsStop(text))
        {
            return await StopAsync(turn, ct);
        }
        if (!WeeklyTime.NamesDay(text))
        {
            return await ShowAsync(turn, notice: null, ct);
        }
        return WeeklyTime.Find(text) is { } when
            ? await KeepAsync(
                turn,
                when,
                SummaryQuestion.Read(text, TokyoTime.DateOf(turn.Now), places, turn.Person!).Scope,
                ct
            )
            : await ShowAsync(turn, Texts.Impossible, ct);
    }

    private async Task<CardReply> SaveAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (turn.IsPersonal)
        {
            return Sentence(turn, Texts.InChannel);
        }
        int day = form.Number("in_day") ?? 0;
        string time = form.Text("in_time") ?? "";
        if (
            TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly at)
            && WeeklyTime.IsPossible((DayOfWeek)day, at)
        )
        {
            return await KeepAsync(turn, new((DayOfWeek)day, at), scope: null, ct);
        }
        string shownDay = day is >= 1 and <= 5 ? day.ToString(CultureInfo.InvariantCulture) : "1";
        return await ShowAsync(turn, Texts.Impossible, ct, (shownDay, time));
    }

    private async Task<CardReply> KeepAsync(BotTurn turn, WeeklyTime when, SummaryScope? scope, CancellationToken ct)
    {
        Person person = turn.Person!;
        if (!SummariesFeature.MaySubscribe(person))
        {
            return await ShowAsync(turn, Texts.OnlyTheseMay, ct);
        }
        for (int attempt = 1; ; attempt++)
        {
            Subscription? read = await subscriptions.FindAsync(turn.Turn.Address, ct);
            SummaryScope? about = scope is SummaryScope.Centre or SummaryScope.Prefecture ? scope : null;
            var rights = SummaryRights.Of(person, places);
            if (about?.PrefectureIn(places) is { } prefecture && !rights.Reaches(prefecture))
            {
                return await ShowAsync(turn, Texts.OtherPrefecture, ct);
            }
            // Whoever only changes the time leaves alone what others decided to show here, also where they could not have decided it.
            SummaryPlace? stands = about is null && read is not null ? SummaryPlace.OfScope(read.Scope, places) : null;
            stands = stands?.Centres.Count > 0 ? stands : null;
            if ((stands ?? SummaryPlace.Find(about, person, rights, places, [])) is not { } place)
            {
                return Sentence(
                    turn,
                    new(
                        "どの都道府県かも書いてください（例：「毎週月曜9時 福島県」）。",
                        "Please name the prefecture too (e.g. “every Monday 9:00 Fukushima”)."
                    )
                );
            }
            string? centre = stands is null ? rights.CentreCode : read!.CentreCode;
            if (read is not null && read.When == when && read.Scope == place.Scope && read.CentreCode == centre)
            {
                return Draw(turn, read, notice: null);
            }
            Subscription next = new(
                Subscription.ChannelOf(turn.Turn.Address),
                when,
                place.Scope,
                centre,
                turn.Language,
                person.Ref,
                turn.Now,
                default
            );
            if (await subscriptions.TryKeepAsync(read, next, ct))
            {
                LocalText says = Texts.Sends(when, place.Name);
                await TellAsync(turn, says, ct);
                return Draw(turn, await subscriptions.FindAsync(turn.Turn.Address, ct) ?? next, notice: null);
            }
            if (attempt == Attempts)
            {
                throw new TableUnavailableException("Others kept changing it.", outcomeUnknown: false, inner: null);
            }
        }
    }

    private async Task<CardReply> StopAsync(BotTurn turn, CancellationToken ct)
    {
        if (turn.IsPersonal)
        {
            return Sentence(turn, Texts.InChannel);
        }
        if (!SummariesFeature.MaySubscribe(turn.Person!))
        {
            return await ShowAsync(turn, Texts.OnlyTheseMay, ct);
        }
        if (await subscriptions.FindAsync(turn.Turn.Address, ct) is not { } read)
        {
            return Draw(turn, stands: null, Texts.NothingToStop);
        }
        if (!await subscriptions.TryStopAsync(read, ct))
        {
            return await ShowAsync(turn, Texts.ChangedMeanwhile, ct);
        }
        await TellAsync(turn, Texts.Stopped, ct);
        return Draw(turn, stands: null, Texts.Stopped, was: read.When);
    }

    private async Task<CardReply> ShowAsync(
        BotTurn turn,
        LocalText? notice,
        CancellationToken ct,
        (string Day, string Time)? filled = null
    ) =>
        turn.IsPersonal
            ? Sentence(turn, Texts.InChannel)
            : Draw(turn, await subscriptions.FindAsync(turn.Turn.Address, ct), notice, filled);

    private CardReply Draw(
        BotTurn turn,
        Subscription? stands,
        LocalText? notice,
        (string Day, string Time)? filled = null,
        WeeklyTime? was = null
    ) =>
        SubscriptionCards
            .Draw(
                turn.Language,
                stands,
                stands is null ? new("", "") : SummaryPlace.OfScope(stands.Scope, places).Name,
                stands?.When.Around(turn.Now, days).FirstOrDefault(s => s.At > turn.Now)?.At,
                SummariesFeature.MaySubscribe(turn.Person!),
                notice,
                filled,
                was
            )
            .AsReply(turn);

    /// <summary>What a button did only whoever pressed it sees; a channel has to know what it will get.</summary>
    private static async Task TellAsync(BotTurn turn, LocalText says, CancellationToken ct)
    {
        if (turn.Turn.Activity.Type == ActivityTypes.Invoke)
        {
            await turn.Turn.SendAsync(OutgoingActivity.Plain(turn.In(says)), ct);
        }
    }

    private static bool IsStop(string text) =>
        ((string[])["止め", "停止", "やめ", "不要", "解除", "stop", "cancel", "unsubscribe"]).Any(word =>
            text.Contains(word, StringComparison.OrdinalIgnoreCase)
        );

    private static CardReply Sentence(BotTurn turn, LocalText sentence) =>
        BotCards.Reply(
            turn,
            turn.In(sentence),
            [TextBlock.Heading(turn.In(Texts.Title)), new TextBlock(turn.In(sentence))],
            [BotCards.Button(turn, CommandCodes.Summary, SummaryTexts.Weekly)]
        );
}

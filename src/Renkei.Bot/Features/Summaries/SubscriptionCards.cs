using System.Globalization;
using Renkei.Bot.Conversation;
using Renkei.Bot.Summaries;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Summaries;
using Texts = Renkei.Bot.Features.Summaries.SubscriptionTexts;

namespace Renkei.Bot.Features.Summaries;

/// <summary>How a channel's weekly delivery stands, and the inputs that change it.</summary>
internal static class SubscriptionCards
{
    public const string SaveVerb = "summary/weekly/save";
    public const string StopVerb = "summary/weekly/stop";

    /// <summary>How it stands.</summary>
    /// <param name="language">The reader's.</param>
    /// <param name="stands">The subscription; <see langword="null"/> for none.</param>
    /// <param name="place">What it is about.</param>
    /// <param name="next">When the next one comes (UTC).</param>
    /// <param name="mayChange">Whether the reader may change it.</param>
    /// <param name="notice">What has to be said first.</param>
    /// <param name="filled">What the inputs hold; the stored or usual time when left out.</param>
    /// <param name="was">What was stopped just now, to be begun again.</param>
    public static SummaryCard Draw(
        Language language,
        Subscription? stands,
        LocalText place,
        DateTimeOffset? next,
        bool mayChange,
        LocalText? notice = null,
        (string Day, string Time)? filled = null,
        WeeklyTime? was = null
    )
    {
        List<CardElement> body = [TextBlock.Heading(Texts.Title.In(language))];
        if (notice is not null)
        {
            body.Add(BotCards.Notice(notice.In(language), ContainerStyle.Accent));
        }
        LocalText says = stands is null
            ? mayChange
                ? Texts.None
                : Texts.NoneForReader
            : Texts.Sends(stands.When, place);
        body.Add(new TextBlock(CardText.Escape(says.In(language))) { Weight = TextWeight.Bolder });
        if (stands is not null)
        {
            if (next is { } at)
            {
                body.Add(new TextBlock(Texts.NextAt(at).In(language)) { Spacing = Spacing.None });
            }
            body.Add(TextBlock.Remark(CardText.Escape(Texts.SetUpBy(stands.By.Name).In(language))));
        }
        List<AdaptiveAction> actions = [];
        if (mayChange)
        {
            WeeklyTime usual = stands?.When ?? was ?? WeeklyTime.Usual;
            (string day, string time) = filled ?? FormOf(usual);
            body.Add(
                new ChoiceSetInput(
                    "in_day",
                    Texts.Day.In(language),
                    [
                        .. Texts.Days.Select(d => new Choice(
                            d.Name.In(language),
                            ((int)d.Day).ToString(CultureInfo.InvariantCulture)
                        )),
                    ]
                )
                {
                    Value = day,
                    Separator = true,
                }
            );
            body.Add(new TimeInput("in_time", Texts.Time.In(language)) { Value = TimeOf(time) });
            body.Add(TextBlock.Remark(Texts.Holidays.In(language)));
            actions.Add(new ExecuteAction((was is null ? Texts.Save : Texts.Again).In(language), SaveVerb));
            if (stands is not null)
            {
                actions.Add(new ExecuteAction(Texts.Stop.In(language), StopVerb) { IgnoresInputs = true });
            }
        }
        else if (stands is not null)
        {
            body.Add(TextBlock.Remark(Texts.OnlyTheseMay.In(language)));
        }
        actions.Add(
            new ExecuteAction(
                SummaryTexts.Weekly.In(language),
                BotCards.CommandVerb,
                ActionData.Of(("c", CommandCodes.Summary))
            )
            {
                IgnoresInputs = true,
            }
        );
        return new((notice ?? says).In(language), body, actions);
    }

    /// <summary>What the inputs hold for a time.</summary>
    public static (string Day, string Time) FormOf(WeeklyTime when) =>
        (
            ((int)when.Day).ToString(CultureInfo.InvariantCulture),
            when.Time.ToString("HH:mm", CultureInfo.InvariantCulture)
        );

    private static TimeOnly? TimeOf(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? time
            : null;
}

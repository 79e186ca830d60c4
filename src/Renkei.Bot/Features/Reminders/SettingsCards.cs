using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain.People;
using Texts = Renkei.Bot.Features.Reminders.SettingsTexts;

namespace Renkei.Bot.Features.Reminders;

/// <summary>The cards of the notification settings, and of who is told of work that stays overdue.</summary>
internal static class SettingsCards
{
    private const string Nobody = "-";

    /// <summary>Quiet hours, days and kinds of notices of one person.</summary>
    public static CardReply Form(BotTurn turn, SettingsForm form, PageNotice? notice)
    {
        string heading = turn.In(Texts.Title);
        List<CardElement> body = [TextBlock.Heading(heading), .. notice.Elements()];
        body.Add(
            new ChoiceSetInput(
                "in_kinds",
                turn.In(Texts.Kinds),
                [.. ReminderCategory.Optional.Select(c => new Choice(turn.In(c.Name), c.Code))]
            )
            {
                Style = ChoiceStyle.Expanded,
                IsMultiSelect = true,
                Values = form.Wanted,
            }
        );
        body.Add(TextBlock.Remark(turn.In(Texts.AlwaysSent)));
        body.Add(new TextBlock(turn.In(Texts.QuietHours)) { Weight = TextWeight.Bolder, Separator = true });
        body.Add(TextBlock.Remark(turn.In(Texts.QuietHint)) with { Spacing = Spacing.None });
        body.Add(
            new ColumnSet([
                new(ColumnWidth.Stretch, [new TimeInput("in_from", turn.In(Texts.From)) { Value = form.FromTime }]),
                new(ColumnWidth.Stretch, [new TimeInput("in_to", turn.In(Texts.To)) { Value = form.ToTime }]),
            ])
        );
        body.Add(
            new ChoiceSetInput(
                "in_days",
                turn.In(Texts.Days),
                [.. SettingsForm.Week.Select(d => new Choice(turn.In(Texts.Day(d)), $"{(int)d}"))]
            )
            {
                IsMultiSelect = true,
                Style = ChoiceStyle.Expanded,
                Values = [.. form.Days.Select(d => $"{(int)d}")],
            }
        );
        List<AdaptiveAction> actions =
        [
            new ExecuteAction(turn.In(Texts.Save), ReminderVerbs.KeepSettings),
            new ExecuteAction(turn.In(Texts.Reset), ReminderVerbs.ResetSettings) { IgnoresInputs = true },
        ];
        if (turn.Person?.Role == Role.Coordinator)
        {
            actions.Add(
                new ExecuteAction(turn.In(Texts.Lead), ReminderVerbs.Lead) { IgnoresInputs = true, IsSecondary = true }
            );
        }
        return BotCards.Reply(turn, heading, body, actions);
    }

    /// <summary>Who is told of work that stays overdue at a centre.</summary>
    public static CardReply Lead(BotTurn turn, PersonRef? lead, IReadOnlyList<PersonRef> people, PageNotice? notice)
    {
        string heading = turn.In(Texts.Lead);
        List<CardElement> body = [TextBlock.Heading(heading), .. notice.Elements()];
        body.Add(new TextBlock(turn.In(Texts.LeadWhy)));
        body.Add(
            new ChoiceSetInput(
                "in_lead",
                turn.In(Texts.LeadChoice),
                [.. people.Select(p => new Choice(p.Name, p.ObjectId)), new(turn.In(Texts.LeadNobody), Nobody)]
            )
            {
                Style = people.Count > 5 ? ChoiceStyle.Compact : ChoiceStyle.Expanded,
                Value = people.Any(p => p.ObjectId == lead?.ObjectId) ? lead!.ObjectId : Nobody,
                IsRequired = true,
                ErrorMessage = turn.In(Texts.LeadError),
            }
        );
        return BotCards.Reply(
            turn,
            heading,
            body,
            [
                new ExecuteAction(turn.In(Texts.Save), ReminderVerbs.KeepLead),
                BotCards.Button(turn, CommandCodes.NoticeSettings, Texts.Title),
            ]
        );
    }

    /// <summary>The person chosen, nobody, or what nobody offered.</summary>
    /// <returns>Whether the choice was one of those offered, and whom it names.</returns>
    public static (bool IsOffered, PersonRef? Lead) ReadLead(ActionForm form, IReadOnlyList<PersonRef> people)
    {
        string? chosen = form.Text("in_lead");
        PersonRef? person = people.FirstOrDefault(p => p.ObjectId == chosen);
        return (person is not null || chosen == Nobody, person);
    }
}

using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain.Feedback;
using Renkei.Domain.Places;
using Renkei.Domain.Themes;
using Texts = Renkei.Bot.Features.Feedback.FeedbackTexts;

namespace Renkei.Bot.Features.Feedback;

/// <summary>The cards on which feedback is written: the form, and what will be shared with whom.</summary>
internal static class FeedbackFormCards
{
    /// <summary>The card on which something is written that shall be shared.</summary>
    public static CardReply Form(
        BotTurn turn,
        FeedbackForm form,
        IReadOnlyList<HealthCentre> centres,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        bool isNew = form.Item.Length == 0;
        string heading = turn.In(isNew ? Texts.NewHeading : Texts.EditHeading);
        List<CardElement> body = [TextBlock.Heading(heading), .. notice.Elements()];
        body.Add(
            new ChoiceSetInput(
                "in_kind",
                turn.In(Texts.Kind),
                [.. Enum.GetValues<FeedbackKind>().Select(k => new Choice(turn.In(Texts.KindName(k)), k.ToString()))]
            )
            {
                Style = ChoiceStyle.Expanded,
                Value = (form.KindOf ?? FeedbackKind.Practice).ToString(),
            }
        );
        body.Add(
            new TextInput("in_title", turn.In(Texts.What))
            {
                Value = form.Title.Length == 0 ? null : form.Title,
                MaxLength = FeedbackItem.TitleLength,
                Placeholder = turn.In(Texts.WhatHint),
                IsRequired = true,
                ErrorMessage = turn.In(Texts.TitleError),
            }
        );
        body.Add(
            new TextInput("in_text", turn.In(Texts.Text))
            {
                Value = form.Text.Length == 0 ? null : form.Text,
                MaxLength = FeedbackItem.TextLength,
                IsMultiline = true,
                Placeholder = turn.In(Texts.TextHint),
                IsRequired = true,
                ErrorMessage = turn.In(Texts.TextError),
            }
        );
        body.Add(
            new TextInput("in_link", turn.In(Texts.Link))
            {
                Value = form.Link.Length == 0 ? null : form.Link,
                MaxLength = FeedbackItem.LinkLength,
                Style = TextInputStyle.Url,
            }
        );
        body.Add(
            new ChoiceSetInput(
                "in_field",
                turn.In(Texts.Field),
                [.. ThemeField.All.Select(f => new Choice(turn.In(f.Name), f.Code))]
            )
            {
                Value = (ThemeField.Find(form.Field) ?? ThemeField.Other).Code,
            }
        );
        if (isNew)
        {
            body.Add(
                new ChoiceSetInput(
                    "in_centres",
                    turn.In(Texts.Centres),
                    [.. centres.Select(c => new Choice(turn.In(c.Name), c.Code))]
                )
                {
                    IsMultiSelect = true,
                    Style = centres.Count > 12 ? ChoiceStyle.Compact : ChoiceStyle.Expanded,
                    Values = [.. form.Centres.Where(c => centres.Any(known => known.Code == c))],
                }
            );
        }
        ActionData data = isNew ? form.Origin : form.Origin.With("centres", string.Join(',', form.Centres));
        List<AdaptiveAction> actions =
        [
            .. PersonalDataQuestion.Buttons(turn.Language, Texts.Check, FeedbackVerbs.Check, data, asksPersonalData),
        ];
        actions.Add(BotCards.Button(turn, CommandCodes.Feedback, Texts.List));
        return BotCards.Reply(turn, heading, body, actions);
    }

    /// <summary>What will be shared, and with whom.</summary>
    public static CardReply Confirm(BotTurn turn, FeedbackForm form, int people, bool keepsPersonalData)
    {
        bool isNew = form.Item.Length == 0;
        string summary = turn.Language.Labelled(turn.In(Texts.CheckHeading), form.Title);
        string kind = turn.In(Texts.KindName(form.KindOf ?? FeedbackKind.Practice));
        string field = turn.In((ThemeField.Find(form.Field) ?? ThemeField.Other).Name);
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Texts.CheckHeading)),
            TextBlock.Remark(turn.Language.Beside(kind, field)),
            new TextBlock(CardText.Escape(form.Title)) { Weight = TextWeight.Bolder },
            new TextBlock(CardText.Escape(form.Text)) { Spacing = Spacing.Small },
        ];
        if (form.Link.Length > 0)
        {
            body.Add(TextBlock.Remark(CardText.Escape(form.Link)));
        }
        body.Add(
            isNew
                ? new FactSet([new(turn.In(Texts.Receiver), turn.In(Texts.ToWhom(form.Centres.Count, people)))])
                {
                    Separator = true,
                }
                : TextBlock.Remark(turn.In(Texts.ChangeMeans)) with
                {
                    Separator = true,
                }
        );
        ActionData data = form.All;
        return BotCards.Reply(
            turn,
            summary,
            body,
            [
                new ExecuteAction(
                    turn.In(isNew ? Texts.Share : Texts.SaveChange),
                    FeedbackVerbs.Share,
                    keepsPersonalData ? data.With("ok", PersonalDataQuestion.Keep) : data
                )
                {
                    IgnoresInputs = true,
                },
                new ExecuteAction(turn.In(Texts.Rewrite), FeedbackVerbs.Rewrite, data) { IgnoresInputs = true },
            ],
            plain: summary
        );
    }
}

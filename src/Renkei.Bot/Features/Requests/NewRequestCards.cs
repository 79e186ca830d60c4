using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Requests;
using Renkei.Bot.Themes;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Requests;
using Texts = Renkei.Bot.Features.Requests.RequestTexts;

namespace Renkei.Bot.Features.Requests;

/// <summary>The two cards of a new request: writing it, and seeing what will be sent.</summary>
internal static class NewRequestCards
{
    /// <summary>The card on which it is written.</summary>
    public static CardReply Form(
        BotTurn turn,
        NewRequestForm form,
        RequestContext context,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        List<CardElement> body = [TextBlock.Heading(turn.In(AskHeadOffice.Title))];
        if (About(turn, context) is { } about)
        {
            body.Add(about);
        }
        body.AddRange(notice.Elements());
        body.Add(
            new TextInput("in_title", turn.In(Texts.Title))
            {
                Value = form.Title.Length == 0 ? null : form.Title,
                MaxLength = SupportRequest.TitleLength,
                Placeholder = turn.In(Texts.TitleHint),
                IsRequired = true,
                ErrorMessage = turn.In(Texts.TitleError),
            }
        );
        body.Add(
            new TextInput("in_text", turn.In(Texts.Text))
            {
                Value = form.Text.Length == 0 ? null : form.Text,
                MaxLength = SupportRequest.TextLength,
                IsMultiline = true,
                Placeholder = turn.In(Texts.TextHint),
            }
        );
        body.Add(TextBlock.Remark(turn.In(Texts.AskHow)));
        List<AdaptiveAction> actions =
        [
            .. PersonalDataQuestion.Buttons(
                turn.Language,
                Texts.Check,
                RequestVerbs.Check,
                form.Data,
                asksPersonalData
            ),
        ];
        actions.Add(BotCards.Button(turn, CommandCodes.Requests, RequestPage.List));
        return BotCards.Reply(turn, turn.In(AskHeadOffice.Title), body, actions, about: CardSubject.Request);
    }

    /// <summary>What will be sent, to whom, with what goes along.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="form">What was written; fit to be stored.</param>
    /// <param name="context">What it is about.</param>
    /// <param name="centre">The centre that asks.</param>
    /// <param name="receiver">Where it will appear.</param>
    /// <param name="remark">What has to be known about that.</param>
    /// <param name="keepsPersonalData">Whether the person said that nothing in it is personal data.</param>
    public static CardReply Confirm(
        BotTurn turn,
        NewRequestForm form,
        RequestContext context,
        HealthCentre centre,
        LocalText receiver,
        LocalText? remark,
        bool keepsPersonalData
    )
    {
        string who = turn.Language.Together(turn.In(centre.Name), CardText.Escape(turn.Name));
        List<Fact> facts =
        [
            new(turn.In(Texts.Asker), who),
            new(turn.In(Texts.Receiver), CardText.Escape(turn.In(receiver))),
        ];
        string about = RequestCards.AboutLine(context, turn.Language);
        if (about.Length > 0)
        {
            facts.Insert(1, new(turn.In(Texts.About), CardText.Escape(about)));
        }
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(Texts.CheckHeading)),
            new TextBlock(CardText.Escape(form.Title)) { Weight = TextWeight.Bolder },
        ];
        if (form.Text.Length > 0)
        {
            body.Add(new TextBlock(CardText.Escape(form.Text)) { Spacing = Spacing.Small });
        }
        body.Add(new FactSet(facts) { Separator = true });
        if (remark is not null)
        {
            body.Add(TextBlock.Remark(turn.In(remark)));
        }
        ActionData data = form.All;
        return BotCards.Reply(
            turn,
            turn.Language.Labelled(turn.In(Texts.CheckHeading), form.Title),
            body,
            [
                new ExecuteAction(
                    turn.In(Texts.Send),
                    RequestVerbs.Send,
                    keepsPersonalData ? data.With("ok", PersonalDataQuestion.Keep) : data
                )
                {
                    IgnoresInputs = true,
                },
                new ExecuteAction(turn.In(Texts.EditAgain), RequestVerbs.Edit, data) { IgnoresInputs = true },
            ],
            plain: turn.Language.Labelled(turn.In(Texts.CheckHeading), form.Title),
            about: CardSubject.Request
        );
    }

    /// <summary>One sentence, with the way on.</summary>
    public static CardReply Sentence(BotTurn turn, LocalText sentence) =>
        BotCards.Reply(
            turn,
            turn.In(sentence),
            [TextBlock.Heading(turn.In(Texts.Heading)), new TextBlock(turn.In(sentence))],
            [
                // The list is nothing a municipality may see: the button would lead back here.
                turn.Person
                    is { Role: Role.MunicipalStaff }
                    ? BotCards.Button(turn, CommandCodes.Themes, ThemeTexts.List)
                    : BotCards.Button(turn, CommandCodes.Requests, RequestPage.List),
                BotCards.Button(turn, CommandCodes.Help, new("ヘルプ", "Help")),
            ],
            about: CardSubject.Request
        );

    private static TextBlock? About(BotTurn turn, RequestContext context)
    {
        string about = RequestCards.AboutLine(context, turn.Language);
        return about.Length == 0
            ? null
            : TextBlock.Remark(turn.Language.Labelled(turn.In(Texts.About), CardText.Escape(about)));
    }
}

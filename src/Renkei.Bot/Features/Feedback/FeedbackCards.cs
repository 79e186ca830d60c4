using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Feedback;
using Renkei.Bot.Themes;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Feedback;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Feedback.FeedbackTexts;

namespace Renkei.Bot.Features.Feedback;

/// <summary>The cards of one feedback: what was shared, its replies, who read it, how it was before.</summary>
internal static class FeedbackCards
{
    private const int RepliesShown = 3;
    private const int NamesShown = 10;

    /// <summary>What somebody receives; also the page without what only a turn knows.</summary>
    public static (string Summary, List<CardElement> Body, ExecuteAction Refresh) Content(
        FeedbackItem item,
        Organisation places,
        Language language
    )
    {
        string summary = language.Labelled(Texts.KindName(item.Kind).In(language), item.Title);
        string field = (ThemeField.Find(item.FieldCode) ?? ThemeField.Other).Name.In(language);
        List<CardElement> body =
        [
            TextBlock.Heading(CardText.Escape(summary)),
            TextBlock.Remark(
                language.Beside(
                    language.Together(Texts.HeadOffice.In(language), CardText.Escape(item.By.Name)),
                    language.Beside(TokyoTime.Brief(item.At, language), field)
                )
            ),
            TextBlock.Remark(
                string.Join(
                    CommonTexts.ListComma.In(language),
                    item.Centres.Select(c => places.FindCentre(c)?.Name.In(language) ?? c)
                )
            ) with
            {
                Spacing = Spacing.None,
            },
        ];
        if (item.IsWithdrawn)
        {
            body.Add(BotCards.Notice(Texts.WithdrawnText.In(language), ContainerStyle.Attention));
        }
        else
        {
            body.Add(new TextBlock(CardText.Escape(item.Text)));
            if (item.Link.Length > 0)
            {
                body.Add(new ActionSet([new OpenUrlAction(Texts.OpenLink.In(language), new(item.Link))]));
            }
            if (item.Revision > 1)
            {
                body.Add(
                    TextBlock.Remark(
                        Texts
                            .LastChange(CardText.Escape(item.ChangedBy.Name), TokyoTime.Brief(item.ChangedAt, language))
                            .In(language)
                    )
                );
            }
        }
        return (summary, body, Button(language, item, Texts.Refresh, FeedbackVerbs.Show));
    }

    /// <summary>The buttons of somebody it was shared with.</summary>
    public static List<AdaptiveAction> ReaderWays(FeedbackItem item, Language language, bool hasSaidSo)
    {
        List<AdaptiveAction> actions = [];
        if (!item.IsWithdrawn)
        {
            if (!hasSaidSo)
            {
                actions.Add(Button(language, item, Texts.Read, FeedbackVerbs.Read));
            }
            actions.Add(Button(language, item, Texts.Reply, FeedbackVerbs.Write));
        }
        actions.Add(
            new ExecuteAction(
                Texts.List.In(language),
                FeedbackVerbs.List,
                ActionData.Of(("p", item.Id.PrefectureCode), ("y", item.Id.FiscalYear))
            )
            {
                IgnoresInputs = true,
            }
        );
        return actions;
    }

    /// <summary>An item with its replies; for head office with how many have read it.</summary>
    public static CardReply Page(
        BotTurn turn,
        FeedbackItem item,
        Organisation places,
        IReadOnlyList<FeedbackReply> replies,
        (int Seen, int All)? readers,
        bool hasSaidSo,
        PageNotice? notice
    )
    {
        (string summary, List<CardElement> body, ExecuteAction refresh) = Content(item, places, turn.Language);
        body.InsertRange(1, notice.Elements());
        if (readers is { } count)
        {
            body.Add(
                new TextBlock(turn.In(Texts.Seen(count.Seen, count.All)))
                {
                    Weight = TextWeight.Bolder,
                    Separator = true,
                }
            );
        }
        if (replies.Count > 0)
        {
            body.Add(TextBlock.Remark(turn.In(Texts.Replies(replies.Count))) with { Separator = true });
        }
        foreach (FeedbackReply reply in replies.TakeLast(RepliesShown))
        {
            string centre = places.FindCentre(reply.CentreCode)?.Name.In(turn.Language) ?? turn.In(Texts.HeadOffice);
            string who = turn.Language.Together(centre, CardText.Escape(reply.Who.Name));
            body.Add(TextBlock.Remark(who + turn.Language.Gap() + TokyoTime.Brief(reply.At, turn.Language)));
            body.Add(new TextBlock(CardText.Escape(reply.Text)) { Spacing = Spacing.None });
        }
        bool mayShare = FeedbackItem.MayShare(turn.Person!);
        List<AdaptiveAction> actions = mayShare
            ?
            [
                Button(turn.Language, item, Texts.Readers, FeedbackVerbs.Readers),
                .. item.IsWithdrawn
                    ? [Button(turn.Language, item, Texts.Restore, FeedbackVerbs.Withdraw, ("o", true))]
                    : new AdaptiveAction[]
                    {
                        Button(turn.Language, item, Texts.Edit, FeedbackVerbs.Edit),
                        Button(turn.Language, item, Texts.Reply, FeedbackVerbs.Write),
                        Button(turn.Language, item, Texts.Withdraw, FeedbackVerbs.AskWithdraw) with
                        {
                            IsSecondary = true,
                        },
                    },
                Button(turn.Language, item, Texts.History, FeedbackVerbs.History) with
                {
                    IsSecondary = true,
                },
                FeedbackListCard.ToList(turn, Texts.List, item.Id.PrefectureCode, item.Id.FiscalYear, "", 0),
            ]
            : ReaderWays(item, turn.Language, hasSaidSo || !item.IsFor(turn.Person!));
        return BotCards.Reply(turn, summary, body, actions, refresh, plain: summary, about: CardSubject.Of(item.Id));
    }

    /// <summary>The form of a reply.</summary>
    public static CardReply ReplyForm(
        BotTurn turn,
        FeedbackItem item,
        string text,
        string token,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        string summary = turn.Language.Labelled(turn.In(Texts.ReplyHeading), item.Title);
        List<CardElement> body = [TextBlock.Heading(CardText.Escape(summary)), .. notice.Elements()];
        body.Add(
            new TextInput("in_reply", turn.In(Texts.Words))
            {
                Value = text.Length == 0 ? null : text,
                MaxLength = FeedbackItem.ReplyLength,
                IsMultiline = true,
                IsRequired = true,
                ErrorMessage = turn.In(Texts.WordsError),
            }
        );
        body.Add(TextBlock.Remark(turn.In(Texts.ReplyHint)));
        ActionData data = ActionData.Of(("f", item.Id.ToString()), ("k", token));
        List<AdaptiveAction> actions =
        [
            .. PersonalDataQuestion.Buttons(turn.Language, Texts.Send, FeedbackVerbs.Reply, data, asksPersonalData),
        ];
        actions.Add(Button(turn.Language, item, Texts.Back, FeedbackVerbs.Show));
        return BotCards.Reply(turn, summary, body, actions, about: CardSubject.Of(item.Id));
    }

    /// <summary>Who has read it and who has not, centre by centre.</summary>
    public static CardReply Readers(
        BotTurn turn,
        FeedbackItem item,
        Organisation places,
        FeedbackAudience audience,
        IReadOnlyList<FeedbackSeen> seen
    )
    {
        string summary = turn.Language.Labelled(turn.In(Texts.Readers), item.Title);
        HashSet<string> saw = [.. seen.Select(s => s.Who.ObjectId)];
        List<CardElement> body = [TextBlock.Heading(CardText.Escape(summary))];
        foreach (string code in item.Centres)
        {
            PersonRef[] all =
            [
                .. audience.Readers.Where(r => r.CentreCode == code).Select(r => r.Who),
                // Who came to the centre later and found it counts as well.
                .. seen.Where(s => s.CentreCode == code && audience.Readers.All(r => r.Who.ObjectId != s.Who.ObjectId))
                    .Select(s => s.Who),
            ];
            string name = places.FindCentre(code)?.Name.In(turn.Language) ?? code;
            int count = all.Count(p => saw.Contains(p.ObjectId));
            body.Add(
                new TextBlock(
                    turn.Language.Labelled(
                        name,
                        turn.In(all.Length == 0 ? Texts.NobodyThere : Texts.Seen(count, all.Length))
                    )
                )
                {
                    Weight = TextWeight.Bolder,
                    Separator = true,
                }
            );
            if (all.Where(p => !saw.Contains(p.ObjectId)).ToArray() is { Length: > 0 } waiting)
            {
                string names = string.Join(
                    turn.In(CommonTexts.ListComma),
                    waiting.Take(NamesShown).Select(p => CardText.Escape(p.Name))
                );
                string more = waiting.Length > NamesShown ? " …" : "";
                body.Add(
                    TextBlock.Remark(turn.Language.Labelled(turn.In(Texts.NotYet), names + more)) with
                    {
                        Spacing = Spacing.None,
                    }
                );
            }
        }
        return BotCards.Reply(
            turn,
            summary,
            body,
            [Button(turn.Language, item, Texts.Back, FeedbackVerbs.Show)],
            plain: summary,
            about: CardSubject.Of(item.Id)
        );
    }

    /// <summary>What it was before each change, newest first.</summary>
    public static CardReply History(BotTurn turn, FeedbackItem item, IReadOnlyList<FeedbackItem> before)
    {
        string summary = turn.Language.Labelled(turn.In(Texts.History), item.Title);
        List<CardElement> body = [TextBlock.Heading(CardText.Escape(summary))];
        if (before.Count == 0)
        {
            body.Add(new TextBlock(turn.In(Texts.NoHistory)));
        }
        foreach (FeedbackItem old in before)
        {
            string at = TokyoTime.Brief(old.ChangedAt, turn.Language);
            body.Add(
                TextBlock.Remark(turn.Language.Beside(at, CardText.Escape(old.ChangedBy.Name))) with
                {
                    Separator = true,
                }
            );
            body.Add(new TextBlock(CardText.Escape(old.Title)) { Weight = TextWeight.Bolder, Spacing = Spacing.None });
            body.Add(new TextBlock(CardText.Escape(old.Text)) { Spacing = Spacing.None, MaxLines = 12 });
        }
        return BotCards.Reply(
            turn,
            summary,
            body,
            [Button(turn.Language, item, Texts.Back, FeedbackVerbs.Show)],
            plain: summary,
            about: CardSubject.Of(item.Id)
        );
    }

    /// <summary>Asks before something is withdrawn.</summary>
    public static CardReply AskWithdraw(BotTurn turn, FeedbackItem item) =>
        BotCards.Reply(
            turn,
            turn.In(Texts.AskWithdraw),
            [
                TextBlock.Heading(turn.In(Texts.AskWithdraw)),
                new TextBlock(CardText.Escape(item.Title)),
                TextBlock.Remark(turn.In(Texts.WithdrawMeans)),
            ],
            [
                Button(turn.Language, item, Texts.Withdraw, FeedbackVerbs.Withdraw),
                Button(turn.Language, item, Texts.Keep, FeedbackVerbs.Show),
            ],
            about: CardSubject.Of(item.Id)
        );

    /// <summary>One sentence, with the way on.</summary>
    public static CardReply Sentence(BotTurn turn, LocalText sentence) =>
        BotCards.Reply(
            turn,
            turn.In(sentence),
            [TextBlock.Heading(turn.In(Texts.Title)), new TextBlock(turn.In(sentence))],
            [
                // The list is nothing a municipality may see: the button would lead back here.
                turn.Person
                    is { Role: Role.MunicipalStaff }
                    ? BotCards.Button(turn, CommandCodes.Themes, ThemeTexts.List)
                    : BotCards.Button(turn, CommandCodes.Feedback, Texts.List),
                BotCards.Button(turn, CommandCodes.Help, new("ヘルプ", "Help")),
            ]
        );

    /// <summary>A button that does something with a feedback; its data names it as <c>f</c>.</summary>
    public static ExecuteAction Button(
        Language language,
        FeedbackItem item,
        LocalText title,
        string verb,
        params ReadOnlySpan<(string Name, ActionValue Value)> more
    )
    {
        ActionData data = ActionData.Of(("f", item.Id.ToString()));
        foreach ((string name, ActionValue value) in more)
        {
            data = data.With(name, value);
        }
        return new(title.In(language), verb, data) { IgnoresInputs = true };
    }
}

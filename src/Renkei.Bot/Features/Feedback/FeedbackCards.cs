using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
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

/// <summary>The cards of feedback.</summary>
internal static class FeedbackCards
{
    public const int PageSize = 6;

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
                ToList(turn, Texts.List, item.Id.PrefectureCode, item.Id.FiscalYear, "", 0),
            ]
            : ReaderWays(item, turn.Language, hasSaidSo || !item.IsFor(turn.Person!));
        return BotCards.Reply(turn, summary, body, actions, refresh, plain: summary, about: CardSubject.Of(item.Id));
    }

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

    /// <summary>What was shared in a fiscal year, or what of it has the words of a search.</summary>
    public static CardReply List(
        BotTurn turn,
        Prefecture prefecture,
        IReadOnlyList<Prefecture> prefectures,
        int year,
        string words,
        int page,
        IReadOnlyList<FeedbackItem> items
    )
    {
        string prefectureCode = prefecture.Code;
        bool searches = words.Length > 0;
        string label = new FiscalYear(year).Label.In(turn.Language);
        if (prefectures.Count > 1)
        {
            label = turn.Language.Together(turn.In(prefecture.Name), label);
        }
        string heading = turn.In(searches ? Texts.Search : Texts.Title) + turn.Language.InBrackets(label);
        List<CardElement> body = [TextBlock.Heading(heading)];
        int at = ListLine.Page(page, items.Count, PageSize);
        if (items.Count == 0)
        {
            body.Add(new TextBlock(turn.In(searches ? Texts.NothingFound : Texts.Nothing)));
        }
        foreach (FeedbackItem item in items.Skip(at * PageSize).Take(PageSize))
        {
            string kind = turn.In(Texts.KindName(item.Kind));
            string field = turn.In((ThemeField.Find(item.FieldCode) ?? ThemeField.Other).Name);
            string state = item.IsWithdrawn ? turn.Language.Gap() + turn.In(Texts.Withdrawn) : "";
            body.Add(
                ListLine.Of(
                    CardText.Escape(item.Title),
                    turn.Language.Beside(
                        TokyoTime.Brief(TokyoTime.DateOf(item.At), turn.Language),
                        turn.Language.Beside(kind, field)
                    ) + state,
                    [Button(turn.Language, item, Texts.Open, FeedbackVerbs.Show)],
                    needsALook: item.IsWithdrawn
                )
            );
        }
        body.AddRange(
            ListLine.Paging(
                turn,
                at,
                items.Count,
                PageSize,
                (title, p) => ToList(turn, title, prefectureCode, year, words, p)
            )
        );
        if (prefectures.Count > 1)
        {
            body.Add(
                new ChoiceSetInput(
                    "in_p",
                    turn.In(Texts.Prefecture),
                    [.. prefectures.Select(p => new Choice(turn.In(p.Name), p.Code))]
                )
                {
                    Value = prefectureCode,
                    Separator = true,
                }
            );
        }
        body.Add(
            new TextInput("in_q", turn.In(Texts.Words2))
            {
                Value = searches ? words : null,
                MaxLength = FeedbackItem.TitleLength,
                Separator = true,
            }
        );
        List<AdaptiveAction> actions =
        [
            new ExecuteAction(
                turn.In(Texts.Find),
                FeedbackVerbs.List,
                ActionData.Of(("p", prefectureCode), ("y", year))
            ),
            ToList(turn, Texts.YearBefore, prefectureCode, year - 1, words, 0),
        ];
        if (searches)
        {
            actions.Add(ToList(turn, Texts.List, prefectureCode, year, "", 0));
        }
        int now = FiscalYear.Containing(turn.Now).Year;
        if (year != now)
        {
            actions.Add(ToList(turn, Texts.ThisYear, prefectureCode, now, words, 0));
        }
        if (FeedbackItem.MayShare(turn.Person!))
        {
            actions.Insert(0, new ExecuteAction(turn.In(Texts.New), FeedbackVerbs.Edit) { IgnoresInputs = true });
        }
        return BotCards.Reply(turn, heading, body, actions);
    }

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

    private static ExecuteAction ToList(
        BotTurn turn,
        LocalText title,
        string prefectureCode,
        int year,
        string words,
        int page
    ) =>
        new(
            turn.In(title),
            FeedbackVerbs.List,
            ActionData.Of(("p", prefectureCode), ("y", year), ("q", words), ("n", page))
        )
        {
            IgnoresInputs = true,
        };

    private static ExecuteAction Button(
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

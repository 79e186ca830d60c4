using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Bot.Requests;
using Renkei.Bot.Themes;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Requests;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Requests.RequestTexts;

namespace Renkei.Bot.Features.Requests;

/// <summary>The card of a request, for either side, and the pages that lead back to it.</summary>
internal static class RequestCards
{
    private const int StepsShown = 4;
    private const int StepsInThread = 3;
    private const int BeginningLength = 200;

    /// <summary>A request as it stands.</summary>
    /// <param name="view">The request.</param>
    /// <param name="to">Whom it is for.</param>
    /// <param name="heading">What it begins with, e.g. that an answer came.</param>
    /// <param name="notice">What is said above.</param>
    public static RequestCard Draw(RequestView view, RequestReader to, LocalText heading, PageNotice? notice = null)
    {
        SupportRequest request = view.Request;
        string summary = to.Language.Labelled(heading.In(to.Language), request.Title);
        List<CardElement> body =
        [
            TextBlock.Heading(CardText.Escape(summary)),
            .. Origin(view, to),
            .. notice.Elements(),
        ];
        string state = State(view, to.Language);
        body.Add(
            new Container([new TextBlock(state) { Weight = TextWeight.Bolder }])
            {
                Style =
                    view.IsOverdue ? ContainerStyle.Attention
                    : request.Status is RequestStatus.Answered or RequestStatus.Closed ? ContainerStyle.Good
                    : ContainerStyle.Emphasis,
            }
        );
        if (request.Text.Length > 0)
        {
            string text = request.Steps.Any(s => s.Text.Length > 0) ? Beginning(request.Text) : request.Text;
            body.Add(new TextBlock(CardText.Escape(text)));
        }
        int older = Math.Max(0, request.Steps.Count - StepsShown);
        if (older > 0)
        {
            body.Add(TextBlock.Remark(Texts.OlderSteps(older).In(to.Language)) with { Separator = true });
        }
        foreach ((RequestStep step, int at) in request.Steps.Skip(older).Select((s, at) => (s, at)))
        {
            bool isNewest = at + older == request.Steps.Count - 1;
            body.AddRange(StepLines(step, to.Language, isNewest ? step.Text : Beginning(step.Text)));
        }
        LocalText next =
            to.Side == RequestSide.Centre
                ? Texts.NextForCentre(request.Status)
                : Texts.NextForHeadOffice(request.Status);
        List<AdaptiveAction> links = [.. Links(view, to)];
        if (links.Count > 0)
        {
            body.Add(new ActionSet(links) { Spacing = Spacing.Medium });
        }
        // Last, right above the buttons it speaks of.
        body.Add(new TextBlock(next.In(to.Language)) { Weight = TextWeight.Bolder, Separator = true });
        string plain = string.Join('\n', summary, state, next.In(to.Language));
        return new(summary, body, [.. Ways(view, to)], Refresh(view, to), plain);
    }

    /// <summary>The small card that says in head office's channel that a request waits for too long.</summary>
    public static RequestCard Rise(RequestView view, RequestReader to)
    {
        SupportRequest request = view.Request;
        string summary = to.Language.Labelled(Texts.Overdue.In(to.Language), request.Title);
        string state = State(view, to.Language);
        return new(
            summary,
            [
                TextBlock.Heading(CardText.Escape(summary)),
                .. Origin(view, to),
                new Container([new TextBlock(state) { Weight = TextWeight.Bolder }])
                {
                    Style = ContainerStyle.Attention,
                },
                new TextBlock(Texts.NextForHeadOffice(request.Status).In(to.Language)),
            ],
            [.. Ways(view, to)],
            Refresh(view, to),
            string.Join('\n', summary, state)
        );
    }

    /// <summary>What somebody writes in a step.</summary>
    /// <param name="view">The request.</param>
    /// <param name="to">Who writes.</param>
    /// <param name="kind">The step.</param>
    /// <param name="text">What they wrote so far.</param>
    /// <param name="notice">What is wrong with it, or asked about it.</param>
    /// <param name="asksPersonalData">Whether <paramref name="notice"/> is a <see cref="PersonalDataQuestion"/>.</param>
    public static RequestCard Form(
        RequestView view,
        RequestReader to,
        RequestStepKind kind,
        string text,
        PageNotice? notice = null,
        bool asksPersonalData = false
    )
    {
        string summary = to.Language.Labelled(Texts.FormHeading(kind).In(to.Language), view.Request.Title);
        List<CardElement> body =
        [
            TextBlock.Heading(CardText.Escape(summary)),
            .. Origin(view, to),
            .. notice.Elements(),
        ];
        if (view.Request.Steps.LastOrDefault(s => s.Text.Length > 0) is { } last)
        {
            body.AddRange(StepLines(last, to.Language, Beginning(last.Text)));
        }
        else if (view.Request.Text.Length > 0)
        {
            body.Add(new TextBlock(CardText.Escape(Beginning(view.Request.Text))));
        }
        bool isRequired = NeedsWords(kind);
        body.Add(
            new TextInput("in_text", Texts.Words.In(to.Language))
            {
                Value = text.Length == 0 ? null : text,
                IsMultiline = true,
                MaxLength = SupportRequest.TextLength,
                IsRequired = isRequired,
                ErrorMessage = isRequired ? Texts.WordsError.In(to.Language) : null,
            }
        );
        body.Add(TextBlock.Remark(Texts.FormHint(kind).In(to.Language)));
        ActionData data = Data(view).With("k", kind.ToString());
        List<AdaptiveAction> actions =
        [
            .. PersonalDataQuestion.Buttons(
                to.Language,
                Texts.SendTitle(kind),
                RequestVerbs.Say,
                data,
                asksPersonalData
            ),
        ];
        actions.Add(Button(view, to, Texts.Back, RequestPage.ShowVerb));
        return new(summary, body, actions, Refresh: null, summary);
    }

    /// <summary>Asks before a request is withdrawn.</summary>
    public static RequestCard AskWithdraw(RequestView view, RequestReader to)
    {
        string summary = Texts.WithdrawHeading.In(to.Language);
        return new(
            summary,
            [
                TextBlock.Heading(summary),
                new TextBlock(CardText.Escape(view.Request.Title)),
                .. Origin(view, to),
                TextBlock.Remark(Texts.WithdrawMeans.In(to.Language)),
            ],
            [
                Button(view, to, Texts.Withdraw, RequestVerbs.Withdraw),
                Button(view, to, Texts.Keep, RequestPage.ShowVerb),
            ],
            Refresh: null,
            summary
        );
    }

    /// <summary>The whole conversation, page by page; the newest page is the last.</summary>
    public static RequestCard Thread(RequestView view, RequestReader to, int? page)
    {
        SupportRequest request = view.Request;
        string summary = to.Language.Labelled(Texts.ThreadHeading.In(to.Language), request.Title);
        int at = ListLine.Page(page, request.Steps.Count, StepsInThread);
        List<CardElement> body = [TextBlock.Heading(CardText.Escape(summary)), .. Origin(view, to)];
        if (at == 0 && request.Text.Length > 0)
        {
            body.Add(new TextBlock(CardText.Escape(request.Text)));
        }
        foreach (RequestStep step in request.Steps.Skip(at * StepsInThread).Take(StepsInThread))
        {
            body.AddRange(StepLines(step, to.Language, step.Text));
        }
        if (request.Steps.Count > StepsInThread)
        {
            List<AdaptiveAction> ways = [];
            if (at > 0)
            {
                ways.Add(ToThread(view, to, new("前へ", "Earlier"), at - 1));
            }
            if ((at + 1) * StepsInThread < request.Steps.Count)
            {
                ways.Add(ToThread(view, to, new("次へ", "Later"), at + 1));
            }
            body.Add(new ActionSet(ways) { Spacing = Spacing.Small });
        }
        return new(summary, body, [Button(view, to, Texts.Back, RequestPage.ShowVerb)], Refresh: null, summary);
    }

    /// <summary>Whether a step is nothing without words.</summary>
    public static bool NeedsWords(RequestStepKind kind) =>
        kind is RequestStepKind.Answered or RequestStepKind.AskedBack or RequestStepKind.Replied;

    /// <summary>Whether a step has a form at all.</summary>
    public static bool HasForm(RequestStepKind kind) =>
        NeedsWords(kind) || kind is RequestStepKind.Closed or RequestStepKind.Reopened;

    /// <summary>東部保健所・佐藤 美咲　12/4(金) 09:00, and below what it is about.</summary>
    private static IEnumerable<CardElement> Origin(RequestView view, RequestReader to)
    {
        SupportRequest request = view.Request;
        string who = to.Language.Together(view.Centre.Name.In(to.Language), CardText.Escape(request.AskedBy.Name));
        yield return TextBlock.Remark(who + to.Language.Gap() + TokyoTime.Brief(request.AskedAt, to.Language));
        if (AboutLine(request.Context, to.Language) is { Length: > 0 } about)
        {
            yield return TextBlock.Remark(
                to.Language.Labelled(Texts.About.In(to.Language), CardText.Escape(about))
            ) with
            {
                Spacing = Spacing.None,
            };
        }
    }

    /// <summary>What a request is about, in plain text; empty for nothing in particular.</summary>
    public static string AboutLine(RequestContext context, Language language) =>
        context.Item is { } item ? context.About + language.InBrackets(item) : context.About;

    private static string State(RequestView view, Language language)
    {
        SupportRequest request = view.Request;
        string status = request is { Status: RequestStatus.Taken, TakenBy: { } by }
            ? Texts.InHandsOf(CardText.Escape(by.Name)).In(language)
            : RequestPage.NameOf(request.Status).In(language);
        if (!request.AwaitsAnswer)
        {
            return status;
        }
        LocalText until = view.IsOverdue
            ? Texts.LateBy(view.Days.Between(request.Due, view.Today))
            : Texts.AnswerBy(TokyoTime.Brief(request.Due, language));
        return status + language.Gap() + until.In(language);
    }

    private static IEnumerable<CardElement> StepLines(RequestStep step, Language language, string text)
    {
        string who = Texts.Did(step.Kind, CardText.Escape(step.By.Name)).In(language);
        yield return TextBlock.Remark(who + language.Gap() + TokyoTime.Brief(step.At, language)) with
        {
            Separator = true,
        };
        if (text.Length > 0)
        {
            yield return new TextBlock(CardText.Escape(text)) { Spacing = Spacing.None };
        }
    }

    private static IEnumerable<AdaptiveAction> Ways(RequestView view, RequestReader to) =>
        to.Side switch
        {
            RequestSide.HeadOffice => HeadOfficeWays(view, to),
            RequestSide.Centre => CentreWays(view, to),
            _ => [],
        };

    private static IEnumerable<AdaptiveAction> HeadOfficeWays(RequestView view, RequestReader to)
    {
        SupportRequest request = view.Request;
        if (!request.IsOpen)
        {
            yield return Write(view, to, Texts.Reopen, RequestStepKind.Reopened);
            yield break;
        }
        if (request.TakenBy is null)
        {
            yield return Button(view, to, Texts.Take, RequestVerbs.Take);
        }
        bool isAnswered = request.Status == RequestStatus.Answered;
        yield return Write(view, to, isAnswered ? Texts.AnswerMore : Texts.Answer, RequestStepKind.Answered);
        yield return Write(view, to, Texts.AskBack, RequestStepKind.AskedBack);
        yield return Write(view, to, Texts.Close, RequestStepKind.Closed);
        if (request.TakenBy is { } by && by.ObjectId != to.ObjectId)
        {
            yield return Button(view, to, Texts.TakeOver, RequestVerbs.Take, secondary: true);
        }
    }

    private static IEnumerable<AdaptiveAction> CentreWays(RequestView view, RequestReader to)
    {
        SupportRequest request = view.Request;
        switch (request.Status)
        {
            case RequestStatus.Open or RequestStatus.Taken:
                yield return Write(view, to, Texts.Add, RequestStepKind.Replied);
                yield return Button(view, to, Texts.Withdraw, RequestVerbs.AskWithdraw, secondary: true);
                break;
            case RequestStatus.AskedBack:
                yield return Write(view, to, Texts.Reply, RequestStepKind.Replied);
                yield return Button(view, to, Texts.Withdraw, RequestVerbs.AskWithdraw, secondary: true);
                break;
            case RequestStatus.Answered:
                yield return Button(view, to, Texts.Thank, RequestVerbs.Thank);
                yield return Write(view, to, Texts.MoreQuestion, RequestStepKind.Replied);
                yield return Write(view, to, Texts.Close, RequestStepKind.Closed, secondary: true);
                break;
            default:
                yield return Write(view, to, Texts.AskAgain, RequestStepKind.Reopened);
                break;
        }
    }

    /// <summary>Where else one can go; below the text, because the row of the card belongs to the steps.</summary>
    private static IEnumerable<AdaptiveAction> Links(RequestView view, RequestReader to)
    {
        SupportRequest request = view.Request;
        if (
            request.Steps.Count > StepsShown
            || request.Steps.SkipLast(1).Any(s => s.Text.Length > BeginningLength)
            || (request.Text.Length > BeginningLength && request.Steps.Any(s => s.Text.Length > 0))
        )
        {
            yield return ToThread(view, to, Texts.WholeThread, page: 0);
        }
        if (request.Context.Theme is { } theme)
        {
            yield return new ExecuteAction(
                Texts.OpenTheme.In(to.Language),
                ThemePage.ShowVerb,
                ActionData.Of(("t", theme.ToString()))
            )
            {
                IgnoresInputs = true,
            };
        }
        if (request.Context.Council is { } council)
        {
            yield return new ExecuteAction(
                Texts.OpenCouncil.In(to.Language),
                CouncilPage.ShowVerb,
                ActionData.Of(("c", council.ToString()))
            )
            {
                IgnoresInputs = true,
            };
        }
        yield return RequestPage.ToList(
            to.Language,
            RequestPage.List,
            request.Id.PrefectureCode,
            to.Side == RequestSide.Centre ? request.Id.CentreCode : null
        );
    }

    private static ExecuteAction? Refresh(RequestView view, RequestReader to) =>
        to.ObjectId is null ? null : Button(view, to, Texts.Refresh, RequestPage.ShowVerb);

    private static ExecuteAction ToThread(RequestView view, RequestReader to, LocalText title, int page) =>
        new(title.In(to.Language), RequestVerbs.Thread, Data(view).With("n", page)) { IgnoresInputs = true };

    private static ExecuteAction Write(
        RequestView view,
        RequestReader to,
        LocalText title,
        RequestStepKind kind,
        bool secondary = false
    ) =>
        new(title.In(to.Language), RequestVerbs.Write, Data(view).With("k", kind.ToString()))
        {
            IgnoresInputs = true,
            IsSecondary = secondary,
        };

    private static ExecuteAction Button(
        RequestView view,
        RequestReader to,
        LocalText title,
        string verb,
        bool secondary = false
    ) => new(title.In(to.Language), verb, Data(view)) { IgnoresInputs = true, IsSecondary = secondary };

    private static ActionData Data(RequestView view) =>
        ActionData.Of(("x", view.Request.Id.ToString()), ("v", view.Request.Revision));

    private static string Beginning(string text)
    {
        if (text.Length <= BeginningLength)
        {
            return text;
        }
        // Not between the halves of a character.
        int end = char.IsHighSurrogate(text[BeginningLength - 1]) ? BeginningLength - 1 : BeginningLength;
        return $"{text[..end]}…";
    }
}

using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Councils;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Texts = Renkei.Bot.Features.Preparation.PaperTexts;

namespace Renkei.Bot.Features.Preparation;

/// <summary>The cards of papers: the step with who brings what, and one paper.</summary>
internal static class PaperCards
{
    public const string ListVerb = "papers/list";
    public const string ReadyVerb = "papers/ready";
    public const string NewVerb = "papers/new";
    public const string EditVerb = "papers/edit";
    public const string SaveVerb = "papers/save";
    public const string RemoveVerb = "papers/remove";
    public const string RestoreVerb = "papers/restore";

    private const int PageSize = 6;

    /// <summary>The step: what is missing first.</summary>
    public static CardReply Page(BotTurn turn, CouncilView view, int? page, PageNotice? notice, AdaptiveAction? undo)
    {
        Council council = view.Council;
        bool edits = view.IsEditableIn(turn);
        Paper[] papers = [.. council.Papers.OrderBy(p => p.IsReady)];
        int at = ListLine.Page(page, papers.Length, PageSize);
        List<CardElement> content = [.. ListLine.Undo(undo)];
        if (papers.Length == 0)
        {
            content.Add(new TextBlock(turn.In(Texts.None)));
        }
        content.AddRange(papers.Skip(at * PageSize).Take(PageSize).Select(p => Line(turn, view, p, at, edits)));
        content.AddRange(
            ListLine.Paging(
                turn,
                at,
                papers.Length,
                PageSize,
                (title, p) =>
                    new ExecuteAction(turn.In(title), ListVerb, Data(council).With("p", p)) { IgnoresInputs = true }
            )
        );
        List<AdaptiveAction> own = [];
        if (edits)
        {
            own.Add(Button(turn, Texts.Add, NewVerb, council));
        }
        return CouncilPage.Step(turn, view, CouncilStep.Papers, notice, content, own);
    }

    /// <summary>One paper, new or changed.</summary>
    public static CardReply Form(
        BotTurn turn,
        CouncilView view,
        PaperForm form,
        PageNotice? notice,
        bool asksPersonalData = false
    )
    {
        Council council = view.Council;
        LocalText heading = form.IsNew ? Texts.Add : Texts.Heading;
        List<CardElement> body =
        [
            new TextInput("in_title", turn.In(Texts.Title))
            {
                Value = form.Title,
                MaxLength = Paper.TitleLength,
                Placeholder = turn.In(Texts.TitlePlaceholder),
                IsRequired = true,
                ErrorMessage = turn.In(Texts.TitleError),
            },
            new TextInput("in_by", turn.In(Texts.By))
            {
                Value = form.By,
                MaxLength = Participant.NameLength,
                Placeholder = turn.In(Texts.ByPlaceholder),
            },
            new TextInput("in_link", turn.In(Texts.Link))
            {
                Value = form.Link,
                MaxLength = Paper.LinkLength,
                Placeholder = "https://",
                Style = TextInputStyle.Url,
            },
        ];
        ActionData data = Data(council).With("i", form.Id).With("n", form.IsNew).With("v", form.Seen ?? "");
        List<AdaptiveAction> actions =
        [
            .. PersonalDataQuestion.Buttons(
                turn.Language,
                form.IsNew ? Texts.AddThis : CouncilTexts.Save,
                SaveVerb,
                data,
                asksPersonalData
            ),
        ];
        actions.Add(Button(turn, Texts.Back, ListVerb, council));
        if (!form.IsNew && council.Papers.Any(p => p.Id == form.Id))
        {
            actions.Add(
                new ExecuteAction(turn.In(Texts.Remove), RemoveVerb, Data(council).With("i", form.Id))
                {
                    IgnoresInputs = true,
                }
            );
        }
        return CouncilPage.Form(turn, view, heading, notice, body, actions);
    }

    /// <summary>A button that takes そろった, or its being taken back, back.</summary>
    public static ExecuteAction UndoReady(BotTurn turn, Council council, string paper, bool ready) =>
        new(turn.In(CouncilTexts.Undo), ReadyVerb, Data(council).With("i", paper).With("d", ready))
        {
            IgnoresInputs = true,
        };

    /// <summary>A button that brings a removed paper back.</summary>
    public static ExecuteAction UndoRemove(BotTurn turn, Council council, string paper, int revision) =>
        new(turn.In(CouncilTexts.Undo), RestoreVerb, Data(council).With("i", paper).With("r", revision))
        {
            IgnoresInputs = true,
        };

    private static Container Line(BotTurn turn, CouncilView view, Paper paper, int page, bool edits)
    {
        string title = view.Worded(turn, paper.Title);
        string by =
            paper.By.Length == 0
                ? turn.In(Texts.NoOne)
                : turn.In(Texts.BroughtBy(CardText.Escape(view.Worded(turn, paper.By))));
        List<AdaptiveAction> buttons = [];
        if (edits)
        {
            ActionData data = Data(view.Council).With("i", paper.Id);
            buttons.Add(
                new ExecuteAction(
                    turn.In(paper.IsReady ? Texts.NotReady : Texts.Ready),
                    ReadyVerb,
                    data.With("d", !paper.IsReady).With("p", page)
                )
                {
                    IgnoresInputs = true,
                    Tooltip = title,
                }
            );
            buttons.Add(
                new ExecuteAction(turn.In(Texts.Edit), EditVerb, data) { IgnoresInputs = true, Tooltip = title }
            );
        }
        if (paper.Link.Length > 0)
        {
            buttons.Add(new OpenUrlAction(turn.In(Texts.Open), new(paper.Link)) { Tooltip = title });
        }
        return ListLine.Of(
            CardText.Escape(title),
            turn.Language.Beside(turn.In(paper.IsReady ? Texts.IsReady : Texts.IsOpen), by),
            buttons
        );
    }

    private static ExecuteAction Button(BotTurn turn, LocalText title, string verb, Council council) =>
        new(turn.In(title), verb, Data(council)) { IgnoresInputs = true };

    private static ActionData Data(Council council) => ActionData.Of(("c", council.Id.ToString()));
}

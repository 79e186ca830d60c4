using Renkei.Activities.Files;
using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;
using Texts = Renkei.Bot.Downloads.DownloadTexts;

namespace Renkei.Bot.Downloads;

/// <summary>The cards around a file, and the buttons that lead to one from everywhere.</summary>
internal static class DownloadPage
{
    /// <summary>Asks what shall be exported; data <c>w</c>, what is chosen already (a <see cref="DownloadSubject"/>), if anything.</summary>
    public const string ExportVerb = "exports/ask";

    /// <summary>Makes a file and offers it; data <c>f</c>, the subject, and <c>k</c>, a token of the card.</summary>
    public const string OfferVerb = "downloads/offer";

    /// <summary>A button that leads to exporting something.</summary>
    public static ExecuteAction ExportButton(
        BotTurn turn,
        LocalText title,
        DownloadSubject? chosen,
        bool secondary = false
    ) =>
        new(turn.In(title), ExportVerb, chosen is null ? ActionData.Empty : ActionData.Of(("w", chosen.ToString())))
        {
            IgnoresInputs = true,
            IsSecondary = secondary,
        };

    /// <summary>A button that makes a file at once.</summary>
    public static ExecuteAction OfferButton(BotTurn turn, LocalText title, DownloadSubject subject) =>
        new(turn.In(title), OfferVerb, ActionData.Of(("f", subject.ToString()), ("k", DrawnId.New())))
        {
            IgnoresInputs = true,
        };

    /// <summary>The file is made and waits below for consent.</summary>
    public static CardReply Offered(BotTurn turn, DownloadFile file) =>
        Card(
            turn,
            Texts.Ready,
            [
                new TextBlock(turn.In(Texts.ReadyFile(CardText.Escape(file.Name), Texts.Size(file.Bytes.Length)))),
                new TextBlock(turn.In(Texts.HowToAccept)),
                TextBlock.Remark(turn.In(Texts.OnlyYours)),
            ],
            [.. Ways(turn, file.Way)]
        );

    /// <summary>The offer could not be sent.</summary>
    public static CardReply NotOffered(BotTurn turn, DownloadSubject subject) =>
        Card(
            turn,
            Texts.NotReady,
            [new TextBlock(turn.In(Texts.NotOffered))],
            [OfferButton(turn, Texts.Again, subject), ExportButton(turn, Texts.Others, chosen: null)]
        );

    /// <summary>The file is in the person's OneDrive.</summary>
    public static CardReply Delivered(BotTurn turn, DownloadFile file, string name) =>
        Card(
            turn,
            Texts.Delivered,
            [
                new TextBlock(turn.In(Texts.DeliveredFile(CardText.Escape(name), Texts.Size(file.Bytes.Length)))),
                new TextBlock(turn.In(file.Next)),
            ],
            [.. Ways(turn, file.Way)]
        );

    /// <summary>It was not wanted.</summary>
    public static CardReply Declined(BotTurn turn, DownloadSubject? subject)
    {
        List<AdaptiveAction> actions = [];
        if (subject is not null)
        {
            actions.Add(OfferButton(turn, Texts.Again, subject));
        }
        actions.Add(ExportButton(turn, Texts.Others, chosen: null));
        return Card(turn, Texts.Declined, [new TextBlock(turn.In(Texts.DeclinedMeans))], actions);
    }

    /// <summary>It could not be uploaded.</summary>
    public static CardReply Failed(BotTurn turn, DownloadSubject subject, UploadFault fault) =>
        Card(
            turn,
            Texts.NotSaved,
            [new TextBlock(turn.In(Texts.Why(fault)))],
            [OfferButton(turn, Texts.Again, subject), ExportButton(turn, Texts.Others, chosen: null)]
        );

    /// <summary>One sentence instead of a file, with the way on.</summary>
    public static CardReply Sentence(BotTurn turn, LocalText sentence) =>
        Card(
            turn,
            Texts.Export,
            [new TextBlock(turn.In(sentence))],
            [ExportButton(turn, Texts.Others, chosen: null), BotCards.Button(turn, CommandCodes.Help, Texts.Help)]
        );

    /// <summary>Teams takes files in personal chats only: what works instead.</summary>
    public static CardReply InPersonalChat(BotTurn turn) =>
        Card(
            turn,
            Texts.Export,
            [new TextBlock(turn.In(Texts.InPersonalChat))],
            [BotCards.ToPersonalChat(turn, Texts.ToPersonalChat)]
        );

    private static IEnumerable<AdaptiveAction> Ways(BotTurn turn, AdaptiveAction? way) =>
        way is null
            ? [ExportButton(turn, Texts.Others, chosen: null)]
            : [way, ExportButton(turn, Texts.Others, chosen: null)];

    private static CardReply Card(
        BotTurn turn,
        LocalText heading,
        IReadOnlyList<CardElement> content,
        IReadOnlyList<AdaptiveAction> actions
    ) => BotCards.Reply(turn, turn.In(heading), [TextBlock.Heading(turn.In(heading)), .. content], actions);
}

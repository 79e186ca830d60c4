using Renkei.Bot.Conversation;
using Renkei.Bot.Downloads;
using Renkei.Bot.Workbooks;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Time;

namespace Renkei.Bot.Features.Exports;

/// <summary>Tables as a file in the form that was asked for.</summary>
internal static class ExportFile
{
    /// <summary>Writes them.</summary>
    /// <param name="turn">For whom.</param>
    /// <param name="subject">Says the form.</param>
    /// <param name="about">What it is about: a theme, a place.</param>
    /// <param name="what">What is told of it.</param>
    /// <param name="sheets">The tables; as CSV the first alone.</param>
    /// <param name="description">One line about the contents.</param>
    /// <param name="next">What to do with it.</param>
    /// <param name="way">The button that leads back.</param>
    public static MadeFile Of(
        BotTurn turn,
        DownloadSubject subject,
        string about,
        LocalText what,
        IReadOnlyList<SheetTable> sheets,
        LocalText description,
        LocalText next,
        AdaptiveAction way
    )
    {
        string form = ExportKinds.FormOf(subject);
        string title = turn.Language.Labelled(about, turn.In(what));
        return MadeFile.Of(
            new(
                FileNames.Of(about, turn.In(what), TokyoTime.DateOf(turn.Now), form),
                turn.In(description),
                form == ExportKinds.Csv
                    ? CsvFile.Write(sheets[0])
                    : XlsxFile.Write(new(title, turn.Language, turn.Now, sheets)),
                next,
                way
            )
        );
    }
}

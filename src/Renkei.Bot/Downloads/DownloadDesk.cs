using Renkei.Activities.Connector;
using Renkei.Activities.Files;
using Renkei.Activities.Turns;
using Renkei.Activities.Wire;
using Renkei.Bot.Conversation;
using Renkei.Domain;

namespace Renkei.Bot.Downloads;

/// <summary>Makes a file of one kind, for somebody who may have it; asks for their rights each time.</summary>
internal delegate Task<MadeFile> FileMaker(BotTurn turn, DownloadSubject subject, CancellationToken ct);

/// <summary>Where files are made and offered: features bring what they can make, and offer it to people in their own chat.</summary>
internal sealed class DownloadDesk(DownloadLedger ledger, ILogger<DownloadDesk> log)
{
    private readonly Dictionary<string, FileMaker> makers = new(StringComparer.Ordinal);

    /// <summary>Names who makes files of a kind; once for each.</summary>
    public void OnMake(string kind, FileMaker maker) => makers.Add(kind, maker);

    /// <summary>Makes a file as things stand now.</summary>
    public Task<MadeFile> MakeAsync(BotTurn turn, DownloadSubject subject, CancellationToken ct) =>
        makers.TryGetValue(subject.Kind, out FileMaker? maker)
            ? maker(turn, subject, ct)
            : Task.FromResult(MadeFile.Refused(DownloadTexts.UnknownKind));

    /// <summary>
    /// Makes a file and offers it with Teams' consent card, below the card that is returned. It is made here only to tell its name and
    /// size, and again when it is accepted: nothing is kept in between.
    /// </summary>
    /// <param name="turn">Who wants it.</param>
    /// <param name="subject">Which file.</param>
    /// <param name="token">The token of the card that was pressed; anything.</param>
    /// <param name="ct">Cancels the turn.</param>
    public async Task<CardReply> OfferAsync(BotTurn turn, DownloadSubject subject, string? token, CancellationToken ct)
    {
        if (!turn.IsPersonal)
        {
            return DownloadPage.InPersonalChat(turn);
        }
        MadeFile made = await MakeAsync(turn, subject, ct);
        if (made.File is not { } file)
        {
            return DownloadPage.Sentence(turn, made.Refusal!);
        }
        string press = $"{subject}~{(token is { Length: > 0 and <= 32 } ? token : turn.Turn.Activity.ReplyToId)}";
        if (await ledger.BeginAsync(turn.PersonId, press, ct) is not { } offer)
        {
            return DownloadPage.Offered(turn, file);
        }
        try
        {
            await turn.Turn.SendAsync(
                new OutgoingActivity
                {
                    Summary = file.Name,
                    Attachments =
                    [
                        FileCards.Consent(
                            file.Name,
                            file.Description,
                            file.Bytes.Length,
                            DownloadContext.Write(subject, offer)
                        ),
                    ],
                },
                ct
            );
        }
        catch (ConnectorException e)
        {
            Log.FileNotOffered(log, turn.PersonId.ObjectId, e.Reaction, e);
            await ledger.ForgetAsync(turn.PersonId, offer, ct);
            return DownloadPage.NotOffered(turn, subject);
        }
        return DownloadPage.Offered(turn, file);
    }
}

using Renkei.Activities.Connector;
using Renkei.Activities.Files;
using Renkei.Activities.Turns;
using Renkei.Activities.Wire;
using Renkei.Bot.Conversation;
using Renkei.Bot.Downloads;

namespace Renkei.Bot.Features.Downloads;

/// <summary>
/// Handing files over: what Teams sends back when somebody allows or declines one. The file is made from what the offer names, by
/// the rights the person has now, and uploaded once however often the answer comes.
/// </summary>
internal sealed class DownloadsFeature(
    DownloadDesk downloads,
    DownloadLedger ledger,
    IFileUploads uploads,
    ILogger<DownloadsFeature> log
) : IFeature
{
    public void Register(BotRoutes routes)
    {
        routes.OnFileAnswer(AnswerAsync);
        routes.OnCard(DownloadPage.OfferVerb, OfferAsync);
    }

    private async Task<CardReply> OfferAsync(BotTurn turn, ActionForm form, CancellationToken ct) =>
        DownloadSubject.TryParse(form.Text("f"), out DownloadSubject? subject)
            ? await downloads.OfferAsync(turn, subject, form.Text("k"), ct)
            : DownloadPage.Sentence(turn, DownloadTexts.UnknownKind);

    /// <returns>What takes the place of the offer; <see langword="null"/> where it is settled already.</returns>
    private async Task<CardReply?> AnswerAsync(BotTurn turn, FileAnswer answer, CancellationToken ct)
    {
        if (!turn.IsPersonal)
        {
            return DownloadPage.InPersonalChat(turn);
        }
        bool isKnown = DownloadContext.TryRead(answer.Context, out DownloadSubject? subject, out string? offer);
        if (answer.Target is not { } target)
        {
            return DownloadPage.Declined(turn, subject);
        }
        if (!isKnown)
        {
            return DownloadPage.Sentence(turn, DownloadTexts.UnknownKind);
        }
        if (!await ledger.TakeAsync(turn.PersonId, offer!, ct))
        {
            return null;
        }
        bool isThere = false;
        try
        {
            MadeFile made = await downloads.MakeAsync(turn, subject!, ct);
            if (made.File is not { } file)
            {
                return DownloadPage.Sentence(turn, made.Refusal!);
            }
            await uploads.UploadAsync(target, file.Bytes, ct);
            isThere = true;
            await ledger.DoneAsync(turn.PersonId, offer!, ct);
            await ShowAsync(turn, target, ct);
            return DownloadPage.Delivered(turn, file, target.Name);
        }
        catch (FileUploadException e)
        {
            return DownloadPage.Failed(turn, subject!, e.Reason);
        }
        finally
        {
            if (!isThere)
            {
                // Also where the turn was cancelled: whoever presses again does not wait for nothing.
                await ledger.ReleaseAsync(turn.PersonId, offer!, CancellationToken.None);
            }
        }
    }

    private async Task ShowAsync(BotTurn turn, UploadTarget target, CancellationToken ct)
    {
        try
        {
            await turn.Turn.SendAsync(
                new OutgoingActivity { Summary = target.Name, Attachments = [FileCards.Info(target)] },
                ct
            );
        }
        catch (ConnectorException e)
        {
            // The file is there, and the card in place of the offer says so.
            Log.NotDelivered(log, turn.PersonId.ObjectId, e.Reaction.ToString(), e);
        }
    }
}

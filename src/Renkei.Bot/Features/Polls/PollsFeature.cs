using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Bot.Polls;
using Renkei.Cards;
using Renkei.Domain.Scheduling;
using Texts = Renkei.Bot.Features.Polls.PollTexts;

namespace Renkei.Bot.Features.Polls;

/// <summary>
/// Polls that run: the list, a poll for whoever asks, and votes. Guests who never said where they work vote like everybody who is asked.
/// </summary>
internal sealed class PollsFeature(PollStore polls, PollList list) : IFeature
{
    private const int Shown = 6;

    public void Register(BotRoutes routes)
    {
        routes.OnCommand(
            new(
                CommandCodes.Polls,
                CommandGroup.Dates,
                Texts.Command,
                Texts.CommandDescription,
                [
                    "投票",
                    "日程投票",
                    "とうひょう",
                    "にっていのとうひょう",
                    "新しい投票",
                    "投票を見る",
                    "polls",
                    "poll",
                    "vote",
                    "my polls",
                ],
                (turn, _, ct) => ListAsync(turn, ct),
                Access.Everybody
            )
        );
        routes.OnCard(PollVerbs.Show, ShowAsync, Access.Everybody);
        routes.OnCard(PollVerbs.Answer, AnswerAsync, Access.Everybody);
        routes.OnCard(PollVerbs.Vote, VoteAsync, Access.Everybody);
        routes.OnCard(PollVerbs.Proxy, ProxyAsync);
    }

    private async Task<CardReply> ListAsync(BotTurn turn, CancellationToken ct)
    {
        List<StoredPoll> open = [];
        foreach (ListedPoll line in await list.OfAsync(turn.TenantId, turn.PersonId.ObjectId, ct))
        {
            // Over for those who are asked; whoever asks still has to decide.
            if (!line.Organises && line.Deadline <= turn.Now)
            {
                continue;
            }
            if (
                await polls.FindAsync(turn.TenantId, line.Id, ct) is { } poll
                && poll.MaySee(turn)
                && poll.Poll.StateAt(turn.Now) is not (PollState.Decided or PollState.Withdrawn)
            )
            {
                open.Add(poll);
            }
            if (open.Count == Shown)
            {
                break;
            }
        }
        return PollListCard.Draw(turn, open).Reply(turn);
    }

    private async Task<CardReply> ShowAsync(BotTurn turn, ActionForm form, CancellationToken ct) =>
        await FindAsync(turn, form, ct) is { } poll ? Page(turn, poll) : PollCards.Sentence(turn, Texts.Gone);

    private async Task<CardReply> AnswerAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (await FindAsync(turn, form, ct) is not { } poll)
        {
            return PollCards.Sentence(turn, Texts.Gone);
        }
        PollFace face = Face(turn, poll);
        if (poll.VoterOf(turn) is not { } voter)
        {
            return Page(turn, poll, new(turn.In(Texts.NotAsked(CardText.Escape(poll.Organiser.Name))), IsGood: false));
        }
        return face.TakesVotes
            ? PollCards.Vote(face, voter, isOwn: true, VoteForm.Of(poll.Poll, voter.Key)).Reply(turn)
            : Page(turn, poll, new(turn.In(Texts.NoMore), IsGood: false));
    }

    private async Task<CardReply> VoteAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (await FindAsync(turn, form, ct) is not { } poll)
        {
            return PollCards.Sentence(turn, Texts.Gone);
        }
        string whose = form.Text("w") ?? turn.PersonId.ObjectId;
        bool isOwn = whose == turn.PersonId.ObjectId;
        if (!isOwn && !poll.MayManage(turn))
        {
            return Page(turn, poll, new(turn.In(Texts.MayNotChange), IsGood: false));
        }
        if (poll.Poll.Voters.FirstOrDefault(v => v.Key == whose) is not { } voter)
        {
            return Page(turn, poll, new(turn.In(Texts.NotAsked(CardText.Escape(poll.Organiser.Name))), IsGood: false));
        }
        PollFace face = Face(turn, poll);
        VoteForm filled = VoteForm.Read(poll.Poll, form);
        if (form.Text("ok") == PersonalDataQuestion.Remove)
        {
            filled = filled with { Comment = Domain.Text.PersonalData.Remove(filled.Comment) };
        }
        string before = poll.Poll.Ballots.TryGetValue(whose, out Ballot? stands) ? stands.Comment : "";
        if (filled.MissingIn(poll.Poll).ToArray() is { Length: > 0 } missing)
        {
            string dates = string.Join(
                turn.In(CommonTexts.ListComma),
                missing.Select(c => Domain.Time.TokyoTime.Brief(c.Slot.Start, turn.Language))
            );
            return Again(turn.In(Texts.MissingMarks(dates)));
        }
        if (filled.Comment.Length > Ballot.CommentLength)
        {
            return Again(turn.In(Texts.CommentTooLong));
        }
        if (
            form.Text("ok") != PersonalDataQuestion.Keep
            && filled.Comment != before
            && PersonalDataQuestion.About(turn, [filled.Comment]) is { } question
        )
        {
            return PollCards
                .Vote(face, voter, isOwn, filled, new(question, IsGood: false), asksPersonalData: true)
                .Reply(turn);
        }
        Ballot ballot = new(filled.Marks, filled.Comment, new(turn.PersonId.ObjectId, turn.Name), turn.Now);
        PollOutcome? outcome = await polls.VoteAsync(turn.TenantId, poll.Id, whose, ballot, ct);
        return outcome switch
        {
            null => PollCards.Sentence(turn, Texts.Gone),
            { Refusal: null } => Thanks(turn, outcome.Poll, voter, isOwn),
            // A date was added while the form was open: it comes back with what was chosen.
            { Refusal: PollRefusal.Incomplete } => PollCards
                .Vote(Face(turn, outcome.Poll), voter, isOwn, filled, new(turn.In(Texts.MorePlease), IsGood: false))
                .Reply(turn),
            _ => Page(turn, outcome.Poll, new(turn.In(Texts.NoMore), IsGood: false)),
        };

        CardReply Again(string why) => PollCards.Vote(face, voter, isOwn, filled, new(why, IsGood: false)).Reply(turn);
    }

    private async Task<CardReply> ProxyAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        if (await FindAsync(turn, form, ct) is not { } poll)
        {
            return PollCards.Sentence(turn, Texts.Gone);
        }
        if (!poll.MayManage(turn))
        {
            return Page(turn, poll, new(turn.In(Texts.MayNotChange), IsGood: false));
        }
        PollFace face = Face(turn, poll);
        if (!face.TakesVotes)
        {
            return Page(turn, poll, new(turn.In(Texts.NoMore), IsGood: false));
        }
        if (form.Find("in_w") is null)
        {
            return PollCards.Proxy(face).Reply(turn);
        }
        if (poll.Poll.Voters.FirstOrDefault(v => v.Key == form.Text("in_w")) is not { } voter)
        {
            return PollCards.Proxy(face, new(turn.In(Texts.WhoseError), IsGood: false)).Reply(turn);
        }
        bool isOwn = voter.Key == turn.PersonId.ObjectId;
        bool wasOwn =
            !isOwn && poll.Poll.Ballots.TryGetValue(voter.Key, out Ballot? ballot) && !ballot.IsProxyFor(voter.Key);
        PageNotice? notice = wasOwn ? new(turn.In(Texts.WasOwn(CardText.Escape(voter.Name))), IsGood: false) : null;
        return PollCards.Vote(face, voter, isOwn, VoteForm.Of(poll.Poll, voter.Key), notice).Reply(turn);
    }

    private static CardReply Thanks(BotTurn turn, StoredPoll poll, Invitee voter, bool isOwn)
    {
        PollFace face = Face(turn, poll);
        if (!isOwn)
        {
            return Page(turn, poll, new(turn.In(Texts.Entered(CardText.Escape(voter.Name)))));
        }
        string blank = turn.Language == Domain.Language.Japanese ? "" : " ";
        PageNotice thanks = new($"{turn.In(Texts.Thanks)}{blank}{turn.In(Texts.CanChange)}");
        // In a conversation the card everybody sees comes back, which is brought up to date for all of them meanwhile.
        return turn.IsPersonal ? Page(turn, poll, thanks) : PollCards.Board(face, thanks).Reply(turn);
    }

    private static CardReply Page(BotTurn turn, StoredPoll poll, PageNotice? notice = null) =>
        PollCards.Page(Face(turn, poll), poll.VoterOf(turn), poll.MayManage(turn), notice).Reply(turn);

    private static PollFace Face(BotTurn turn, StoredPoll poll) => new(poll, PollReader.Of(turn), turn.Now);

    private async ValueTask<StoredPoll?> FindAsync(BotTurn turn, ActionForm form, CancellationToken ct) =>
        PollId.TryParse(form.Text("q"), out PollId? id)
        && await polls.FindAsync(turn.TenantId, id, ct) is { } poll
        && poll.MaySee(turn)
            ? poll
            : null;
}

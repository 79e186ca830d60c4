using Renkei.Bot.Conversation;
using Renkei.Bot.Polls;
using Renkei.Cards;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Polls.PollTexts;

namespace Renkei.Bot.Features.Polls;

/// <summary>A person's open polls.</summary>
internal static class PollListCard
{
    public static PollCard Draw(BotTurn turn, IReadOnlyList<StoredPoll> polls)
    {
        bool mayMake = PollRights.MayMake(turn.Person);
        List<CardElement> body = [TextBlock.Heading(turn.In(Texts.Command))];
        if (polls.Count == 0)
        {
            body.Add(new TextBlock(turn.In(mayMake ? Texts.NoneOpenMaker : Texts.NoneOpen)));
        }
        AddPart(turn, body, Texts.Mine, [.. polls.Where(p => p.Organiser.ObjectId == turn.PersonId.ObjectId)]);
        AddPart(turn, body, Texts.Others, [.. polls.Where(p => p.Organiser.ObjectId != turn.PersonId.ObjectId)]);
        List<AdaptiveAction> actions = [];
        if (mayMake)
        {
            actions.Add(new ExecuteAction(turn.In(Texts.New), PollVerbs.New) { IgnoresInputs = true });
        }
        actions.Add(BotCards.Button(turn, CommandCodes.Help, new("ヘルプ", "Help"), secondary: true));
        return new(turn.In(Texts.Command), body, actions);
    }

    private static void AddPart(
        BotTurn turn,
        List<CardElement> body,
        Domain.LocalText heading,
        IReadOnlyList<StoredPoll> polls
    )
    {
        if (polls.Count == 0)
        {
            return;
        }
        body.Add(new TextBlock(turn.In(heading)) { Weight = TextWeight.Bolder, Separator = true });
        foreach (StoredPoll stored in polls)
        {
            DatePoll poll = stored.Poll;
            int voted = poll.Voters.Count(v => poll.HasVoted(v.Key));
            bool waitsForMe = stored.VoterOf(turn) is { } me && !poll.HasVoted(me.Key);
            bool isOver = poll.Deadline <= turn.Now;
            string until = TokyoTime.Brief(poll.Deadline, turn.Language);
            string state = turn.In(
                isOver ? new("締め切りました。日を決めてください", "voting is over; please settle on a date")
                : waitsForMe ? new($"締切 {until}・あなたの回答がまだです", $"until {until}, your answer is missing")
                : new(
                    $"締切 {until}・回答 {voted}/{poll.Voters.Count}",
                    $"until {until}, {voted} of {poll.Voters.Count} answered"
                )
            );
            ActionData data = ActionData.Of(("q", stored.Id.ToString()));
            body.Add(
                ListLine.Of(
                    CardText.Escape(stored.Title),
                    state,
                    [
                        new ExecuteAction(
                            turn.In(waitsForMe && !isOver ? Texts.Answer : Texts.Open),
                            waitsForMe && !isOver ? PollVerbs.Answer : PollVerbs.Show,
                            data
                        )
                        {
                            IgnoresInputs = true,
                        },
                    ],
                    needsALook: isOver || waitsForMe
                )
            );
        }
    }
}

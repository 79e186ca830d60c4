using Renkei.Bot.Conversation;
using Renkei.Bot.Polls;
using Renkei.Cards;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Texts = Renkei.Bot.Features.Polls.PollTexts;

namespace Renkei.Bot.Features.Polls;

/// <summary>What all cards of one poll have in common, written for one reader.</summary>
internal sealed class PollFace(StoredPoll stored, PollReader to, DateTimeOffset now)
{
    private const int NamesOfADate = 3;
    private const int NamesOfAll = 60;
    private const int Comments = 8;
    private const int WholeComments = 4;
    private const int ShortComment = 60;
    private const int NameLength = 16;

    public StoredPoll Stored => stored;
    public DatePoll Poll => stored.Poll;
    public PollReader To => to;
    public PollState State { get; } = stored.Poll.StateAt(now);
    public PollResult Result { get; } = PollResult.Of(stored.Poll);
    public DateTimeOffset Now => now;
    public string Id => stored.Id.ToString();
    public CardSubject Subject => CardSubject.Of(stored.Id);

    /// <summary>The title, made safe for Markdown.</summary>
    public string Title => CardText.Escape(stored.Title);

    public bool TakesVotes => State is PollState.Open or PollState.Complete;

    public string In(Domain.LocalText text) => to.In(text);

    /// <summary>The language of whoever reads it.</summary>
    public Domain.Language Language => to.Language;

    public string Summary(Domain.LocalText what) => to.Language.Labelled(In(what), stored.Title);

    /// <summary>
    /// The poll in a few words, for clients that cannot draw the card: the card's own text would say all names a second time, and forty of
    /// them fill a card.
    /// </summary>
    public string Plain(Domain.LocalText what)
    {
        string counts = string.Join(
            '\n',
            Result
                .Standings.OrderBy(s => s.Candidate.Slot.Start)
                .Select(s =>
                    to.Language.Labelled(s.Candidate.Slot.Brief(to.Language), PollReasons.Count(s).In(to.Language))
                )
        );
        return $"{Summary(what)}\n{counts}";
    }

    public ActionData Data => ActionData.Of(("q", Id));

    public ExecuteAction Button(Domain.LocalText title, string verb, bool secondary = false) =>
        new(In(title), verb, Data) { IgnoresInputs = true, IsSecondary = secondary };

    public string Brief(DateTimeOffset instant) => TokyoTime.Brief(instant, to.Language);

    /// <summary>Heading and the line with deadline and organiser.</summary>
    public List<CardElement> Head(Domain.LocalText what)
    {
        string organiser = CardText.Escape(stored.Organiser.Name);
        return
        [
            TextBlock.Heading(to.Language.Labelled(In(what), Title)),
            TextBlock.Remark(In(Texts.Line(Brief(Poll.Deadline), organiser))),
        ];
    }

    /// <summary>Where the poll stands, in a sentence or two.</summary>
    public IEnumerable<CardElement> Standing()
    {
        if (Poll.Decision is { } decision && Poll.Find(decision.Candidate) is { } chosen)
        {
            string by = CardText.Escape(decision.By.Name);
            yield return BotCards.Notice(
                In(Texts.Settled(chosen.Slot.Full(to.Language), by, Brief(decision.At))),
                ContainerStyle.Good
            );
            yield break;
        }
        Domain.LocalText? state = State switch
        {
            PollState.Withdrawn => Texts.Withdrawn,
            PollState.Expired => Texts.Expired,
            PollState.Complete => Texts.Complete,
            _ => null,
        };
        string reason = In(PollReasons.Of(Result));
        yield return new TextBlock(state is null ? reason : $"{In(state)} {reason}") { Weight = TextWeight.Bolder };
    }

    /// <summary>The rules by organisation, in a line.</summary>
    public IEnumerable<CardElement> Needed()
    {
        if (Poll.Quorum.Count > 0)
        {
            string names = string.Join(In(CommonTexts.ListComma), Poll.Quorum.Select(q => q.Name.In(to.Language)));
            yield return TextBlock.Remark(to.Language.Labelled(In(Texts.Needed), CardText.Escape(names)));
        }
    }

    /// <summary>The dates with their counts; below each who cannot come, and what is lacking.</summary>
    public Table Dates()
    {
        List<TableRow> rows = [new(In(Texts.Candidate), "○", "△", "×")];
        foreach (PollStanding standing in Result.Standings.OrderBy(s => s.Candidate.Slot.Start))
        {
            bool chosen = Poll.Decision?.Candidate == standing.Candidate.Key;
            bool leads =
                Poll.Decision is null && standing.Place == 1 && Poll.Ballots.Count > 0 && Poll.Candidates.Count > 1;
            string date = standing.Candidate.Slot.Brief(to.Language);
            List<CardElement> cell =
            [
                new TextBlock(chosen || leads ? $"★ {date}" : date)
                {
                    Weight = chosen || leads ? TextWeight.Bolder : null,
                },
            ];
            cell.AddRange(Remarks(standing).Select(r => TextBlock.Remark(r) with { Spacing = Spacing.None }));
            rows.Add(
                new([
                    new TableCell(cell),
                    Count(standing.Yes.Count),
                    Count(standing.Maybe.Count),
                    Count(standing.No.Count),
                ])
                {
                    Style = chosen ? ContainerStyle.Good : null,
                }
            );
        }
        return new(
            [
                new TableColumn(5),
                new TableColumn(1) { HorizontalCellContentAlignment = HorizontalAlignment.Center },
                new TableColumn(1) { HorizontalCellContentAlignment = HorizontalAlignment.Center },
                new TableColumn(1) { HorizontalCellContentAlignment = HorizontalAlignment.Center },
            ],
            rows
        );
    }

    /// <summary>Who has answered and who has not, by name.</summary>
    public IEnumerable<CardElement> People()
    {
        Invitee[] voted = [.. Poll.Voters.Where(v => Poll.HasVoted(v.Key))];
        Invitee[] waiting = [.. Poll.Waiting];
        if (voted.Length > 0)
        {
            yield return TextBlock.Remark(In(Texts.Voted(voted.Length, Names(voted, NamesOfAll, WithProxy))));
        }
        if (waiting.Length > 0)
        {
            yield return TextBlock.Remark(
                In(Texts.Waiting(waiting.Length, Names(waiting, NamesOfAll, v => Short(v.Name))))
            );
        }
    }

    /// <summary>What people wrote, the newest first.</summary>
    public IEnumerable<CardElement> Said()
    {
        (Invitee Who, Ballot Ballot)[] said =
        [
            .. Poll
                .Voters.Where(v => Poll.Ballots.TryGetValue(v.Key, out Ballot? b) && b.Comment.Length > 0)
                .Select(v => (v, Poll.Ballots[v.Key]))
                .OrderByDescending(s => s.Item2.At),
        ];
        foreach ((Invitee who, Ballot ballot) in said.Take(Comments))
        {
            yield return new RichTextBlock([
                new TextRun(to.Language.Labelled(Short(who.Name), "").TrimEnd()) { Weight = TextWeight.Bolder },
                new TextRun($" {(said.Length > WholeComments ? Short(ballot.Comment, ShortComment) : ballot.Comment)}"),
            ])
            {
                Spacing = Spacing.Small,
            };
        }
        if (said.Length > Comments)
        {
            yield return TextBlock.Remark(In(Texts.MoreComments(said.Length - Comments)));
        }
    }

    /// <summary>Names with commas, made safe for Markdown.</summary>
    public string Names(IReadOnlyList<Invitee> people, int most, Func<Invitee, string> name)
    {
        string names = CardText.Escape(string.Join(In(CommonTexts.ListComma), people.Take(most).Select(name)));
        return people.Count <= most ? names : names + In(Texts.AndMore(people.Count - most));
    }

    private static string Short(string text, int length = NameLength) =>
        text.Length > length ? $"{text[..(length - 1)]}…" : text;

    private string WithProxy(Invitee voter) =>
        Poll.Ballots[voter.Key].IsProxyFor(voter.Key)
            ? $"{Short(voter.Name)}{to.Language.InBrackets(In(Texts.Proxy))}"
            : Short(voter.Name);

    private IEnumerable<string> Remarks(PollStanding standing)
    {
        foreach (QuorumGap gap in standing.Gaps.Where(g => g.Lacking > 0))
        {
            yield return CardText.Escape(In(Texts.Lacking(gap.Rule.Name, gap.Lacking)));
        }
        if (standing.No.Count > 0)
        {
            yield return $"× {Names(standing.No, NamesOfADate, Marked)}";
        }
        if (standing.Maybe.Count > 0)
        {
            yield return $"△ {Names(standing.Maybe, NamesOfADate, Marked)}";
        }
    }

    private string Marked(Invitee invitee) =>
        invitee.Required ? $"{invitee.Name}{to.Language.InBrackets(In(new("必須", "required")))}" : invitee.Name;

    private static TableCell Count(int count) => new(count.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Renkei.Activities.Auth;
using Renkei.Activities.Connector;
using Renkei.Bot.Calendars;
using Renkei.Bot.Calendars.Embedded;
using Renkei.Bot.Councils;
using Renkei.Bot.Features.Polls;
using Renkei.Bot.Notices;
using Renkei.Bot.Polls;
using Renkei.Domain.People;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Renkei.Tables;

namespace Renkei.Bot.Tests.Features.Polls;

/// <summary>One instance's part in keeping the cards of polls, on a store that others may share.</summary>
internal sealed class BoardDesk
{
    public const string Tenant = "t1";

    public static readonly PollId Id = PollId.Of("tobu", "p1");
    public static readonly ConversationAddress Chat = new("https://smba.example/", "19:taiin@thread.v2", Tenant);
    public static readonly PollPlace Place = new("g1", "退院支援", Chat);

    private readonly NoticeClock time;
    private readonly TimeProvider clock;

    public BoardDesk(ITable table, TimeProvider clock, IConnector teams, int seed = 1)
    {
        this.clock = clock;
        time = new(clock, clock);
        NoticeBell bell = new();
        NoticeChance chance = new(new Random(seed));
        IOptions<NoticeOptions> options = Options.Create(new NoticeOptions { Poll = TimeSpan.FromSeconds(1) });
        NoticePointers pointers = new(table, time, bell);
        Ledger = new(table, pointers, time);
        Marks = new(table, time, bell);
        PollList list = new(table);
        Polls = new(table, Marks, list, pointers, clock);
        CouncilStore councils = null!;
        TenantCalendars calendars = new(tenant => new EmbeddedCalendar(table, tenant, clock));
        Boards = new(
            Marks,
            Polls,
            list,
            new(new(new(table, clock), councils, calendars, new(table, time, chance), pointers, chance, clock)),
            Ledger,
            pointers,
            new(table, time, options),
            teams,
            time,
            chance,
            NullLogger<PollBoards>.Instance
        );
        InboundOptions tenants = new();
        tenants.TenantIds.Add(Tenant);
        Keeper = new(
            new Lazy<PollBoards>(Boards),
            bell,
            time,
            chance,
            Options.Create(tenants),
            options,
            NullLogger<PollBoardKeeper>.Instance
        );
    }

    public PollStore Polls { get; }
    public StalePolls Marks { get; }
    public NoticeLedger Ledger { get; }
    public PollBoards Boards { get; }
    public PollBoardKeeper Keeper { get; }

    public Task<TimeSpan?> RunAsync() => Boards.RunAsync(Tenant, CancellationToken.None);

    /// <summary>Adds a poll of two dates, asking so many people v0, v1 …</summary>
    public Task<StoredPoll> AddAsync(int voters)
    {
        DateTimeOffset start = TokyoTime.Instant(TokyoTime.DateOf(clock.GetUtcNow()).AddDays(14), new(14, 0));
        return Polls.AddAsync(
            Tenant,
            new(
                Id,
                "退院支援ルールの打合せ",
                new("00000000-0000-4000-a000-000000000004", "川上 由美"),
                null,
                new()
                {
                    Candidates =
                    [
                        new("1", new(start, start.AddHours(2))),
                        new("2", new(start.AddDays(1), start.AddDays(1).AddHours(2))),
                    ],
                    Voters =
                    [
                        .. Enumerable.Range(0, voters).Select(i => new Invitee(VoterOf(i), $"人{i:D2}", "", false)),
                    ],
                    Deadline = clock.GetUtcNow().AddDays(7),
                }
            )
            {
                Places = [Place],
                MadeAt = clock.GetUtcNow(),
            },
            CancellationToken.None
        );
    }

    /// <summary>Notes that the card was posted; or, without an id, that it is being posted.</summary>
    public async Task PostedAsync(string? activityId = "card")
    {
        Notice notice = new(
            PollPlan.AskKey(Place),
            PollPlan.AskKey(Place),
            "always",
            new NoticeTarget.Conversation(Chat),
            clock.GetUtcNow()
        );
        NoticeOwner owner = PollKeys.OwnerOf(Tenant, Id);
        LedgerEntry? before = await Ledger.FindAsync(owner, notice.Key, CancellationToken.None);
        LedgerEntry entry = LedgerEntry.Of(
            notice,
            activityId is null ? NoticeState.Sending : NoticeState.Sent,
            clock.GetUtcNow()
        ) with
        {
            Where = activityId is null ? null : Chat,
            ActivityId = activityId,
            ETag = before?.ETag ?? default,
        };
        Assert.NotNull(await Ledger.TryWriteAsync(owner, entry, CancellationToken.None));
    }

    public async Task VoteAsync(int voter, string marks = "○○")
    {
        Ballot ballot = new(
            marks
                .Select((m, i) => (m, i))
                .ToDictionary(m => $"{m.i + 1}", m => (PollMark)"○△×".IndexOf(m.m, StringComparison.Ordinal)),
            "",
            new(VoterOf(voter), $"人{voter:D2}"),
            clock.GetUtcNow()
        );
        PollOutcome? outcome = await Polls.VoteAsync(Tenant, Id, VoterOf(voter), ballot, CancellationToken.None);
        Assert.Null(outcome!.Refusal);
    }

    public static string VoterOf(int number) => $"00000000-0000-4000-b000-{number:D12}";
}

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Renkei.Activities.Auth;
using Renkei.Activities.Connector;
using Renkei.Bot.Calendars;
using Renkei.Bot.Calendars.Embedded;
using Renkei.Bot.Councils;
using Renkei.Bot.Features.Polls;
using Renkei.Bot.Notices;
using Renkei.Bot.Places;
using Renkei.Bot.Polls;
using Renkei.Bot.Scheduling;
using Renkei.Domain.People;
using Renkei.Domain.Scheduling;
using Renkei.Domain.Time;
using Renkei.Tables;
using Renkei.Testing;

namespace Renkei.Bot.Tests.Features.Polls;

/// <summary>One instance that keeps the cards of polls, on a store that others may share.</summary>
internal sealed class BoardDesk
{
    public const string Tenant = "t1";

    public static readonly PollId Id = PollId.Of("tobu", "p1");
    public static readonly ConversationAddress Chat = new("https://smba.example/", "19:taiin@thread.v2", Tenant);
    public static readonly PollPlace Place = new("g1", "退院支援", Chat);

    private readonly NoticeClock time;
    private readonly TimeProvider clock;
    private readonly NoticeRound round;

    public BoardDesk(ITable table, TimeProvider clock, IConnector teams, int seed = 1)
    {
        this.clock = clock;
        time = new(clock, clock);
        NoticeBell bell = new();
        NoticeChance chance = new(new Random(seed));
        IOptions<NoticeOptions> options = Options.Create(new NoticeOptions { Poll = TimeSpan.FromSeconds(1) });
        Pointers = new(table, time, bell);
        Ledger = new(table, Pointers, time);
        List = new(table);
        Polls = new(table, List, Pointers, clock);
        CouncilStore councils = null!;
        PlanStore plans = new(table, clock);
        TenantCalendars calendars = new(tenant => new EmbeddedCalendar(table, tenant, clock));
        DateDesk dates = new(plans, councils, calendars, new(table, time, chance), Pointers, chance, clock);
        NoticePacer pacer = new(table, time, options);
        NoticeDelivery delivery = new(
            Ledger,
            new(new(table, OrganisationLoader.LoadSample()), time),
            pacer,
            teams,
            time,
            chance,
            new(),
            NullLogger<NoticeDelivery>.Instance
        );
        round = new(
            Pointers,
            Ledger,
            delivery,
            pacer,
            bell,
            [new PollNoticeSource(Polls, List, new(dates, plans), BusinessDays.National, clock)],
            time,
            chance,
            options,
            NullLogger<NoticeRound>.Instance
        );
        InboundOptions tenants = new();
        tenants.TenantIds.Add(Tenant);
        Dispatcher = new(
            new Lazy<NoticeRound>(round),
            bell,
            time,
            chance,
            Options.Create(tenants),
            NullLogger<NoticeDispatcher>.Instance
        );
    }

    public PollStore Polls { get; }
    public PollList List { get; }
    public NoticePointers Pointers { get; }
    public NoticeLedger Ledger { get; }
    public NoticeDispatcher Dispatcher { get; }

    /// <summary>Sends what is due; a clock of the test goes on while something waits for it.</summary>
    /// <returns>After which real time to look again.</returns>
    public async Task<TimeSpan> RunAsync()
    {
        Task<TimeSpan> running = round.RunAsync(Tenant, CancellationToken.None);
        while (!running.IsCompleted)
        {
            // Not faster than the machine's: what works meanwhile is not to find itself late.
            await Task.Delay(1);
            if (clock is FakeClock { WaitingTimers: > 0 } fake)
            {
                fake.Advance(TimeSpan.FromMilliseconds(1));
            }
        }
        return await running;
    }

    /// <summary>What became of the card in the group chat.</summary>
    public async Task<LedgerEntry> EntryAsync() =>
        (await Ledger.FindAsync(PollKeys.OwnerOf(Tenant, Id), PollPlan.AskKey(Place), CancellationToken.None))!;

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
            Version = activityId is null ? null : "when it was posted",
            SentAt = activityId is null ? null : clock.GetUtcNow(),
            Until = activityId is null ? clock.GetUtcNow() + NoticeDelivery.ClaimHolds : null,
            Claim = activityId is null ? "another" : null,
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

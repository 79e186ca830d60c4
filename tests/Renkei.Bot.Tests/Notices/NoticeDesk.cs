using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Renkei.Activities.Auth;
using Renkei.Activities.Connector;
using Renkei.Activities.Wire;
using Renkei.Bot.Notices;
using Renkei.Bot.People;
using Renkei.Bot.Places;
using Renkei.Domain;
using Renkei.Domain.People;
using Renkei.Tables;
using Renkei.Testing;

namespace Renkei.Bot.Tests.Notices;

/// <summary>Everything that sends notices, on a store in memory, with one kind of owner whose plan a test writes.</summary>
internal sealed class NoticeDesk
{
    public const string Tenant = "t1";
    public static readonly NoticeOwner Owner = new(Tenant, "list", "o1", "lists");

    public NoticeDesk(TimeProvider? clock = null, PlainTable? table = null, double perSecond = 200)
    {
        Table = table ?? new();
        Time = new(clock ?? Clock, clock ?? Clock);
        NoticeOptions options = new() { MessagesPerSecond = perSecond };
        Pointers = new(Table, Time, Bell);
        Ledger = new(Table, Pointers, Time);
        People = new(Table, OrganisationLoader.LoadSample());
        Pacer = new(Table, Time, Options.Create(options));
        NoticeChance chance = new(new Random(1));
        NoticeDelivery delivery = new(
            Ledger,
            new(People, Time),
            Pacer,
            Teams,
            Time,
            chance,
            new(),
            NullLogger<NoticeDelivery>.Instance
        );
        Round = new(
            Pointers,
            Ledger,
            delivery,
            Pacer,
            Bell,
            [Source],
            Time,
            chance,
            Options.Create(options),
            NullLogger<NoticeRound>.Instance
        );
        InboundOptions teams = new();
        teams.TenantIds.Add(Tenant);
        Dispatcher = new(
            new Lazy<NoticeRound>(Round),
            Bell,
            Time,
            chance,
            Options.Create(teams),
            NullLogger<NoticeDispatcher>.Instance
        );
        Forecast = new(Pointers, Ledger, [Source], Time);
    }

    /// <summary>Friday 2026-12-04 09:00 in Japan; stands until it is moved.</summary>
    public FakeClock Clock { get; } = new();
    public NoticeClock Time { get; }
    public PlainTable Table { get; }
    public ScriptedTeams Teams { get; } = new();
    public ListSource Source { get; } = new();
    public NoticeBell Bell { get; } = new();
    public NoticePointers Pointers { get; }
    public NoticeLedger Ledger { get; }
    public PeopleStore People { get; }
    public NoticePacer Pacer { get; }
    public NoticeRound Round { get; }
    public NoticeDispatcher Dispatcher { get; }
    public NoticeForecast Forecast { get; }

    public Task AddPersonAsync(string id, NoticePreferences? wishes = null) =>
        People
            .TryAddAsync(
                new(new(Tenant, id), id, null, null, ContactOf(id), default)
                {
                    Notices = wishes ?? NoticePreferences.Everything,
                },
                CancellationToken.None
            )
            .AsTask();

    public static Contact ContactOf(string id) =>
        new(new("https://smba", $"a:{id}", Tenant), $"29:{id}", Installed: true, Language.Japanese);

    public async Task<Contact> ContactAsync(string id) =>
        (await People.FindAsync(new(Tenant, id), CancellationToken.None))!.Contact!;

    /// <summary>Plans a notice for a person, minutes from now; its text is its key.</summary>
    public async Task<Notice> PlanAsync(
        string key,
        string person,
        double inMinutes = 0,
        string series = "",
        string owner = "o1"
    )
    {
        Notice notice = new(
            key,
            series.Length > 0 ? series : key,
            "kind",
            new NoticeTarget.Person(person),
            Time.Now.AddMinutes(inMinutes)
        );
        await PlanAsync(notice, owner);
        return notice;
    }

    public async Task PlanAsync(Notice notice, string owner = "o1")
    {
        await Pointers.KeepAsync(Tenant, Source.Kind, owner, notice.DueAt, CancellationToken.None);
        Source.Of(owner).Add(notice);
    }

    /// <summary>Sends what is due; the clock goes on while something waits for it.</summary>
    public async Task<TimeSpan> RunAsync()
    {
        Task<TimeSpan> running = Round.RunAsync(Tenant, CancellationToken.None);
        while (!running.IsCompleted)
        {
            // Not faster than the machine's: what works meanwhile is not to find itself late.
            await Task.Delay(1);
            if (Clock.WaitingTimers > 0)
            {
                Clock.Advance(TimeSpan.FromMilliseconds(1));
            }
        }
        return await running;
    }

    /// <summary>Time goes by, and what is due then is sent.</summary>
    public Task<TimeSpan> RunAfterAsync(TimeSpan time)
    {
        Clock.Advance(time);
        return RunAsync();
    }

    public async Task<LedgerEntry> EntryAsync(string key) =>
        await Ledger.FindAsync(Owner, key, CancellationToken.None) ?? throw new InvalidOperationException($"No {key}.");

    public int PointersLeft => Table.Rows.Query(TableQuery.AllOf($"due~{Tenant}")).Count;

    internal sealed class ListSource : INoticeSource
    {
        private readonly ConcurrentDictionary<string, Listed> owners = [];

        public string Kind => "list";

        /// <summary>Keys that cannot be written.</summary>
        public HashSet<string> Unwritable { get; } = [];

        /// <summary>Owners that cannot be read.</summary>
        public HashSet<string> Unreadable { get; } = [];

        /// <summary>Runs at each reading of a plan.</summary>
        public Action? WhenPlanned { get; set; }

        /// <summary>Runs when an owner was looked at and nothing is left to send.</summary>
        public Action? WhenFollowed { get; set; }

        public Listed Of(string owner) => owners.GetOrAdd(owner, _ => new Listed());

        public string PartitionOf(string tenantId, string owner) => "lists";

        public ValueTask<NoticePlan?> PlanAsync(
            string tenantId,
            string owner,
            IReadOnlyList<LedgerEntry> ledger,
            CancellationToken ct
        )
        {
            WhenPlanned?.Invoke();
            return Unreadable.Contains(owner)
                ? throw new InvalidDataException("This owner cannot be read.")
                : new(owners.TryGetValue(owner, out Listed? list) ? new Plan(this, list.Now) : null);
        }

        /// <summary>The notices of an owner; planned by the test while the dispatcher reads them.</summary>
        internal sealed class Listed
        {
            private ImmutableList<Notice> notices = [];

            public IReadOnlyList<Notice> Now => notices;

            public void Add(Notice notice) => ImmutableInterlocked.Update(ref notices, list => list.Add(notice));

            public void Set(Notice notice) => ImmutableInterlocked.Update(ref notices, _ => [notice]);

            public void Clear() => ImmutableInterlocked.Update(ref notices, list => list.Clear());
        }

        private sealed class Plan(ListSource source, IReadOnlyList<Notice> notices) : NoticePlan
        {
            public override IReadOnlyList<Notice> Notices => notices;

            public override ValueTask FollowAsync(CancellationToken ct)
            {
                source.WhenFollowed?.Invoke();
                return ValueTask.CompletedTask;
            }

            public override OutgoingActivity Compose(Notice notice, NoticeReader reader) =>
                source.Unwritable.Contains(notice.Key)
                    ? throw new InvalidDataException("This notice cannot be written.")
                    : new() { Text = notice.Key };
        }
    }
}

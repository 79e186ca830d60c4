using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Renkei.Activities.Auth;
using Renkei.Activities.Connector;
using Renkei.Bot.Notices;
using Renkei.Bot.People;
using Renkei.Bot.Places;
using Renkei.Domain;
using Renkei.Domain.People;
using Renkei.Tables;
using Renkei.Testing;

namespace Renkei.Bot.Tests.Notices.Model;

/// <summary>
/// A random play: instances send what is due, people move and cancel, snooze and answer, clocks jump, programs are killed between any
/// two calls, the store and Teams fail. What has to hold is checked at every delivery and at the end.
/// </summary>
internal sealed class RandomPlay
{
    public const string Tenant = "t1";
    private const int Shown = 400;

    // Its date is over, so nothing but what is added reminds anybody of it: a pointer lost here is not made good by another.
    private const string Past = "m3";
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(3);
    private static readonly string[] Owners = ["m1", "m2", Past];

    private readonly Random random;
    private readonly Stage stage = new();
    private readonly FakeClock real = new();
    private readonly ShiftedClock shown;
    private readonly Program director = new("director");
    private readonly List<Instance> instances = [];
    private readonly List<string> trace = [];
    private readonly Dictionary<string, List<(int Step, Matter? Matter)>> versions = [];
    private readonly Dictionary<(string Key, Program By), Claim> claims = [];
    private readonly Dictionary<string, Sends> sends = [];
    private readonly List<Task> tasks = [];
    private readonly int murderous;
    private string? broken;
    private bool troubles = true;
    private int step;
    private int started;

    public RandomPlay(int seed)
    {
        random = new(seed);
        // In some plays programs live long enough to finish what they begin, in others they hardly do.
        murderous = (seed % 3) switch
        {
            0 => 1,
            1 => 4,
            _ => 10,
        };
        shown = new(real);
        SynchronizationContext.SetSynchronizationContext(stage);
        PeopleStore people = new(new StagedTable(this, director, looks: false), OrganisationLoader.LoadSample());
        foreach (
            (string id, NoticePreferences wishes) in new[]
            {
                ("p1", NoticePreferences.Everything),
                ("p2", new NoticePreferences(new(21, 0), new(6, 0), [], [])),
            }
        )
        {
            Contact contact = new(new("https://smba", $"a:{id}", Tenant), $"29:{id}", true, Language.Japanese);
            PersonRecord record = new(new(Tenant, id), id, null, null, contact, default) { Notices = wishes };
            Assert.True(people.TryAddAsync(record, default).AsTask().IsCompletedSuccessfully);
        }
    }

    public MemoryTable Store { get; } = new();

    public DateTimeOffset Now => shown.GetUtcNow();

    public int Deliveries => sends.Values.Sum(s => s.Delivered);
    public int Doubles => sends.Values.Sum(s => Math.Max(0, s.Delivered - 1 - s.Snoozes));
    public int Kills { get; private set; }

    /// <summary>Plays a number of random steps, then lets everything come to rest and checks what is left.</summary>
    public void Run(int steps)
    {
        foreach (string owner in Owners)
        {
            Start();
            Act(instances[0], ct => PlanAsync(instances[0], owner, ct), $"plan {owner}");
        }
        for (int i = 0; i < steps; i++)
        {
            Step();
            ThrowIfBroken();
        }
        ComeToRest();
        CheckEnd();
    }

    // ---- what programs meet ----

    public Task PassAsync(Program program, string what, bool mayFail)
    {
        step++;
        return program == director ? Task.CompletedTask : stage.PassAsync(program, what, mayFail, real.GetUtcNow());
    }

    public IReadOnlyList<RowETag> Commit(Program program, IReadOnlyList<TableChange> changes)
    {
        TableRow?[] before = [.. changes.Select(c => Store.Find(c.Key))];
        IReadOnlyList<RowETag> etags = Store.Commit(changes);
        for (int i = 0; i < changes.Count; i++)
        {
            Committed(program, changes[i].Key, before[i]);
        }
        return etags;
    }

    /// <summary>200, 429, 502 before or (-502) after delivery.</summary>
    public int Answer() =>
        !troubles
            ? 200
            : random.Next(100) switch
            {
                < 90 => 200,
                < 94 => 429,
                < 97 => 502,
                _ => -502,
            };

    public void Delivered(Program program, string key, bool answerIsLost)
    {
        Note($"*** {program.Name} delivers {key}{(answerIsLost ? " and Teams' answer is lost" : "")}");
        Sends of = SendsOf(key);
        of.Delivered++;
        if (answerIsLost)
        {
            of.Excuses++;
        }
        else
        {
            of.InFlight.Add(program);
        }
        Must(claims.TryGetValue((key, program), out Claim? claim), $"{key} was sent by {program.Name} without a claim");
        string partition = claim.Partition;
        Must(
            VersionsBetween(partition, claim.Step, step).Any(m => m?.Notices.Any(n => n.Key == key) == true),
            $"{key} was withdrawn before its sending began"
        );
        Matter? seen = VersionAt(partition, claim.Step);
        Notice? notice = seen?.Notices.FirstOrDefault(n => n.Key == key);
        if (notice is not null && of.Snoozes == 0)
        {
            Notice? newer = seen!.Notices.FirstOrDefault(n =>
                n.Series == notice.Series && n.To == notice.To && n.DueAt > notice.DueAt && n.DueAt <= claim.LookedAt
            );
            Must(newer is null, $"{key} was sent although {newer?.Key} of its series was due already");
        }
    }

    // ---- what happens ----

    private void Step()
    {
        int roll = random.Next(1000);
        if (stage.Gates.Count > 0 && roll < 880)
        {
            OpenOne();
        }
        else if (roll < 930)
        {
            Advance(TimeSpan.FromMilliseconds(random.Next(1, random.Next(2) == 0 ? 100 : 3_000)));
        }
        else if (roll < 965 && instances.Count > 0)
        {
            ActAtRandom();
        }
        else if (roll < 975)
        {
            Jump(TimeSpan.FromMinutes(random.Next(1, 5 * 24 * 60)));
        }
        else if (roll < 975 + murderous && instances.Count > 0)
        {
            Kill(instances[random.Next(instances.Count)]);
        }
        else if (roll is 998 or 999 && instances.Count > 0)
        {
            Quieten();
            CheckNothingIsOverdue();
        }
        else if (instances.Count < 2)
        {
            Start();
        }
    }

    private void OpenOne()
    {
        Gate gate = stage.Gates[random.Next(stage.Gates.Count)];
        if (gate.What == $"commit {Matter.Row}" && random.Next(50) != 0)
        {
            // Between a pointer and its commit much happens meanwhile.
            Gate[] others = [.. stage.Gates.Where(g => g.What != gate.What)];
            gate = others.Length == 0 ? gate : others[random.Next(others.Length)];
        }
        step++;
        if (troubles && gate.MayFail && random.Next(60) == 0)
        {
            bool unknown =
                gate.What.StartsWith("committed", StringComparison.Ordinal)
                || (gate.What.StartsWith("commit ", StringComparison.Ordinal) && random.Next(2) == 0);
            Note($"{gate.Program.Name} {gate.What} FAILS{(unknown ? ", outcome unknown" : "")}");
            stage.Fail(gate, unknown);
        }
        else
        {
            Note($"{gate.Program.Name} {gate.What}");
            stage.Open(gate);
        }
    }

    /// <summary>Time goes on; no call takes longer than three seconds.</summary>
    private void Advance(TimeSpan by)
    {
        while (stage.Gates.FirstOrDefault(g => g.Since + LongestCall <= real.GetUtcNow() + by) is { } old)
        {
            stage.Open(old);
        }
        real.Advance(by);
        stage.Settle();
    }

    private void Jump(TimeSpan by)
    {
        shown.Offset += by;
        Note($"the clock jumps by {by} to {Now:O}");
        foreach (Instance instance in instances)
        {
            instance.Bell.RingAll();
        }
        stage.Settle();
    }

    private void Start()
    {
        Instance instance = new(this, $"i{++started}", random.Next());
        Note($"{instance.Program.Name} starts");
        instances.Add(instance);
        tasks.Add(instance.Dispatcher.TendAsync(Tenant, instance.Stopping.Token));
        stage.Settle();
    }

    private void Kill(Instance instance)
    {
        Kills++;
        Note($"{instance.Program.Name} is killed");
        stage.Kill(instance.Program);
        instances.Remove(instance);
        foreach (Sends of in sends.Values)
        {
            if (of.InFlight.Remove(instance.Program))
            {
                of.Excuses++;
            }
        }
    }

    private void ActAtRandom()
    {
        Instance at = instances[random.Next(instances.Count)];
        string owner = Owners[random.Next(Owners.Length)];
        int what = random.Next(100);
        if (owner == Past && what < 30)
        {
            what = 30;
        }
        if (what < 25)
        {
            DateTimeOffset to = Whole(Now.AddMinutes(random.Next(-2 * 24 * 60, 25 * 24 * 60)));
            Act(at, ct => ChangeAsync(at, owner, m => m with { Date = to }, ct), $"move {owner} to {to:O}");
        }
        else if (what < 30)
        {
            Act(at, ct => ChangeAsync(at, owner, m => m with { Date = null }, ct), $"cancel {owner}");
        }
        else if (what < 50)
        {
            string name = $"{step}";
            bool isLate = owner == Past && random.Next(2) == 0;
            DateTimeOffset due = Whole(
                Now.AddMinutes(isLate ? -random.Next(2, 4) * 24 * 60 : random.Next(-60, 6 * 24 * 60))
            );
            Act(
                at,
                ct => ChangeAsync(at, owner, m => m with { Tasks = m.Tasks.Append(new(name, due)).ToDictionary() }, ct),
                $"add task {name} due {due:O} to {owner}"
            );
        }
        else if (what < 65)
        {
            Act(
                at,
                ct => ChangeAsync(at, owner, m => m with { Tasks = m.Tasks.Skip(1).ToDictionary() }, ct),
                $"a task of {owner} is done"
            );
        }
        else
        {
            int pick = random.Next();
            int minutes = random.Next(1, 3 * 24 * 60);
            Act(at, ct => PressAsync(at, owner, pick, what, minutes, ct), $"press a button of {owner}");
        }
    }

    private void Act(Instance at, Func<CancellationToken, Task> act, string what)
    {
        Note($"{at.Program.Name}: {what}");
        tasks.Add(TryAsync());
        stage.Settle();

        async Task TryAsync()
        {
            try
            {
                await act(CancellationToken.None);
            }
            catch (Exception fault) when (fault is TableConflictException or TableUnavailableException)
            {
                // Its user is told, and may try again.
            }
        }
    }

    private async Task PlanAsync(Instance at, string owner, CancellationToken ct)
    {
        Matter matter = new(
            owner,
            Whole(Now.AddDays(owner == Past ? -1 : 12)),
            new Dictionary<string, DateTimeOffset>()
        );
        await at.Pointers.KeepAsync(Tenant, Matter.Kind, owner, Now, ct);
        RowKey key = new(Matter.PartitionOf(owner), Matter.Row);
        await at.Table.CommitAsync([new TableChange.Insert(key, matter.ToBytes())], ct);
    }

    private async Task ChangeAsync(Instance at, string owner, Func<Matter, Matter> change, CancellationToken ct)
    {
        RowKey key = new(Matter.PartitionOf(owner), Matter.Row);
        if (await at.Table.FindAsync(key, ct) is not { } row)
        {
            return;
        }
        Matter before = Matter.Read(row);
        Matter after = change(before);
        HashSet<string> old = [.. before.Notices.Select(n => n.Key)];
        DateTimeOffset now = Now;
        DateTimeOffset? next = after.Notices.Any(n => n.DueAt <= now && !old.Contains(n.Key))
            ? now
            : after.Notices.Where(n => n.DueAt > now).Select(n => (DateTimeOffset?)n.DueAt).Min();
        if (next is { } due)
        {
            await at.Pointers.KeepAsync(Tenant, Matter.Kind, owner, due, ct);
        }
        await at.Table.CommitAsync([new TableChange.Replace(key, after.ToBytes(), row.ETag)], ct);
        old.ExceptWith(after.Notices.Select(n => n.Key));
        await at.Ledger.WithdrawAsync(OwnerOf(owner), old, ct);
    }

    private async Task PressAsync(Instance at, string owner, int pick, int what, int minutes, CancellationToken ct)
    {
        IReadOnlyList<LedgerEntry> entries =
        [
            .. (await at.Ledger.ListAsync(OwnerOf(owner), ct)).Where(e => SendsOf(e.Key).Delivered > 0),
        ];
        if (entries.Count == 0)
        {
            return;
        }
        string key = entries[pick % entries.Count].Key;
        Note($"{at.Program.Name}: {(what < 85 ? $"snooze for {minutes} min" : what < 92 ? "see" : "answer")} {key}");
        _ = what switch
        {
            < 85 => await at.Ledger.PostponeAsync(OwnerOf(owner), key, Now.AddMinutes(minutes), ct),
            < 92 => await at.Ledger.SeenAsync(OwnerOf(owner), key, ct),
            _ => await at.Ledger.AnsweredAsync(OwnerOf(owner), key, "done", ct),
        };
    }

    private void ComeToRest()
    {
        troubles = false;
        if (instances.Count == 0)
        {
            Start();
        }
        // What people began to do is done before anybody asks what is planned.
        Quieten();
        DateTimeOffset end = Owners
            .SelectMany(o => Find(o)?.Notices ?? [])
            .Select(n => n.DueAt)
            .Append(Now)
            .Max()
            .AddDays(4);
        while (Now < end)
        {
            Quieten(deadly: true);
            Jump(TimeSpan.FromHours(random.Next(3, 40)));
        }
        Quieten();
        // To noon of the next day in Japan, when nobody wants quiet.
        Jump(Now.UtcDateTime.Date.AddHours(27) - Now.UtcDateTime);
        Quieten();
    }

    /// <summary>Long enough for every lease, claim and pointer to lapse.</summary>
    private void Quieten(bool deadly = false)
    {
        for (int i = 0; i < 50; i++)
        {
            for (int n = 0; stage.Gates.Count > 0; n++)
            {
                Must(n < 20_000, "somebody works without end");
                if (deadly && random.Next(150) == 0)
                {
                    Kill(instances[random.Next(instances.Count)]);
                    Start();
                }
                if (stage.Gates.Count == 0)
                {
                    break;
                }
                OpenOne();
                ThrowIfBroken();
            }
            Advance(TimeSpan.FromSeconds(5));
        }
    }

    // ---- what has to hold ----

    private void Committed(Program program, RowKey key, TableRow? before)
    {
        TableRow? after = Store.Find(key);
        if (key.Row == Matter.Row)
        {
            if (!versions.TryGetValue(key.Partition, out List<(int, Matter?)>? list))
            {
                versions[key.Partition] = list = [];
            }
            list.Add((step, after is null ? null : Matter.Read(after)));
        }
        if (!key.Row.StartsWith("n~", StringComparison.Ordinal) || after is null)
        {
            return;
        }
        LedgerEntry? was = before is null ? null : LedgerEntry.Read(before);
        LedgerEntry now = LedgerEntry.Read(after);
        Note($"  {now.Key} is {now.State} {now.Reason} until {now.Until:O} {(now.MaybeTwice ? "maybe twice" : "")}");
        Sends of = SendsOf(now.Key);
        if (now.State == NoticeState.Sending && now.Claim != was?.Claim)
        {
            bool isLapsed = was is not { State: NoticeState.Sending } || was.Until <= real.GetUtcNow();
            Must(isLapsed, $"{now.Key} was claimed by {program.Name} while somebody else was sending it");
            if (was is { State: NoticeState.Sending } && of.InFlight.Count > 0)
            {
                // Whoever sent it is alive, and could not record it for a minute: the store failed again and again.
                of.Excuses += of.InFlight.Count;
                of.InFlight.Clear();
            }
            claims[(now.Key, program)] = new(key.Partition, step, LookedAt(program, key.Partition));
        }
        if (now.TimesSent > (was?.TimesSent ?? 0))
        {
            of.InFlight.Remove(program);
        }
        if (now is { State: NoticeState.Postponed, Reason: NoticeReason.Snoozed } && now.Until != was?.Until)
        {
            of.Snoozes++;
        }
    }

    /// <summary>When everybody had time to look, something has become of everything that is due.</summary>
    private void CheckNothingIsOverdue()
    {
        foreach (string owner in Owners)
        {
            foreach (Notice notice in (Find(owner)?.Notices ?? []).Where(n => n.DueAt <= Now - TimeSpan.FromMinutes(5)))
            {
                RowKey key = new(Matter.PartitionOf(owner), $"n~{owner}~{notice.Key}");
                Must(Store.Find(key) is not null, $"{notice.Key} is overdue since {notice.DueAt:O}, and nobody looks");
            }
        }
    }

    private void CheckEnd()
    {
        foreach (Task task in tasks.Where(t => t.IsFaulted))
        {
            Must(false, task.Exception!.ToString());
        }
        foreach (string owner in Owners)
        {
            Dictionary<string, LedgerEntry> entries = Store
                .Query(TableQuery.Prefix(Matter.PartitionOf(owner), "n~"))
                .Select(LedgerEntry.Read)
                .ToDictionary(e => e.Key);
            foreach (Notice notice in Find(owner)?.Notices ?? [])
            {
                LedgerEntry? entry = entries.GetValueOrDefault(notice.Key);
                Must(entry is not null, $"{notice.Key} is lost: due at {notice.DueAt:O}, nothing happened to it");
                switch (entry.State)
                {
                    case NoticeState.Sent or NoticeState.Seen or NoticeState.Answered:
                        Must(SendsOf(notice.Key).Delivered > 0, $"{notice.Key} is {entry.State}, but never left");
                        break;
                    case NoticeState.Withdrawn:
                        // Taken back when it was not planned, after it went out; planned anew since.
                        Must(entry.Arrived, $"{notice.Key} is planned, and lost as withdrawn");
                        break;
                    case NoticeState.Skipped:
                        Must(
                            entries.Values.Any(e =>
                                e.Series == entry.Series && e.To == entry.To && e.DueAt > entry.DueAt
                            ),
                            $"{notice.Key} was skipped for no newer one"
                        );
                        break;
                    default:
                        Must(false, $"{notice.Key} is lost: {entry.State} {entry.Reason} until {entry.Until:O}");
                        break;
                }
            }
            foreach (LedgerEntry entry in entries.Values)
            {
                Sends of = SendsOf(entry.Key);
                int twice = of.Delivered - 1 - of.Snoozes;
                Must(twice <= of.Excuses, $"{entry.Key} was sent {of.Delivered} times, {of.Excuses} excused");
                Must(twice <= 0 || entry.MaybeTwice, $"{entry.Key} was sent twice, and its entry does not say so");
            }
        }
        // Those of changes that were never committed may point beyond the end.
        int left = Store.Query(TableQuery.AllOf($"due~{Tenant}")).Count(r => NoticePointer.Read(r).DueAt <= Now);
        Must(left == 0, $"{left} pointers are left when nothing is planned any more");
    }

    /// <summary>A program looks at the ledger of an owner, to see what is due.</summary>
    public void Look(Program program, string partition) => program.Looks.Add((partition, real.GetUtcNow(), Now));

    /// <summary>The time everybody saw when whoever claims looked; the earliest of what it may have been, in one minute.</summary>
    private DateTimeOffset LookedAt(Program program, string partition)
    {
        var looks = program.Looks.Where(l => l.Partition == partition).ToArray();
        return looks
            .Where(l => l.Real > real.GetUtcNow() - TimeSpan.FromMinutes(1))
            .Append(looks[^1])
            .Min(l => l.Shown);
    }

    private Matter? Find(string owner) =>
        Store.Find(new(Matter.PartitionOf(owner), Matter.Row)) is { } row ? Matter.Read(row) : null;

    private Matter? VersionAt(string partition, int at) => versions[partition].LastOrDefault(v => v.Step <= at).Matter;

    private IEnumerable<Matter?> VersionsBetween(string partition, int from, int to) =>
        versions[partition]
            .Where(v => v.Step > from && v.Step <= to)
            .Select(v => v.Matter)
            .Prepend(VersionAt(partition, from));

    private static NoticeOwner OwnerOf(string owner) => new(Tenant, Matter.Kind, owner, Matter.PartitionOf(owner));

    private static DateTimeOffset Whole(DateTimeOffset time) =>
        new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    private Sends SendsOf(string key)
    {
        if (!sends.TryGetValue(key, out Sends? of))
        {
            sends[key] = of = new();
        }
        return of;
    }

    private void Note(string what) => trace.Add($"{step, 5} {real.GetUtcNow():mm:ss.fff} {what}");

    private void Must([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool holds, string otherwise)
    {
        if (!holds)
        {
            // Programs catch what they can; the first thing that went wrong is kept beyond their reach.
            broken ??= $"{otherwise}\n{string.Join('\n', trace.TakeLast(Shown))}";
            throw new PlayException(broken);
        }
    }

    private void ThrowIfBroken()
    {
        if (broken is not null)
        {
            throw new PlayException(broken);
        }
    }

    /// <summary>Logs count only where they tell of a fault of the program.</summary>
    public void Logged(Exception? fault)
    {
        if (fault is not (null or TableUnavailableException or ConnectorException))
        {
            tasks.Add(Task.FromException(fault));
        }
    }

    private sealed record Claim(string Partition, int Step, DateTimeOffset LookedAt);

    private sealed class Sends
    {
        public int Delivered { get; set; }
        public int Excuses { get; set; }
        public int Snoozes { get; set; }
        public HashSet<Program> InFlight { get; } = [];
    }

    private sealed class ShiftedClock(TimeProvider real) : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Offset;
    }

    /// <summary>One process of the bot, as far as notices are concerned.</summary>
    private sealed class Instance
    {
        public Instance(RandomPlay play, string name, int seed)
        {
            Program = new(name);
            Table = new(play, Program, looks: false);
            StagedTable table = new(play, Program, looks: true);
            NoticeClock clock = new(play.shown, play.real);
            NoticeChance chance = new(new(seed));
            IOptions<NoticeOptions> options = Options.Create(new NoticeOptions { MessagesPerSecond = 100 });
            Pointers = new(Table, clock, Bell);
            Ledger = new(Table, Pointers, clock);
            NoticePointers pointers = new(table, clock, Bell);
            NoticeLedger ledger = new(table, pointers, clock);
            NoticePacer pacer = new(table, clock, options);
            NoticeDelivery delivery = new(
                ledger,
                new(new(table, OrganisationLoader.LoadSample()), clock),
                pacer,
                new StagedTeams(play, Program),
                clock,
                chance,
                new(),
                new PlayLog<NoticeDelivery>(play)
            );
            NoticeRound round = new(
                pointers,
                ledger,
                delivery,
                pacer,
                Bell,
                [new MatterSource(table)],
                clock,
                chance,
                options,
                new PlayLog<NoticeRound>(play)
            );
            Dispatcher = new(
                new Lazy<NoticeRound>(round),
                Bell,
                clock,
                chance,
                Options.Create(new InboundOptions()),
                new PlayLog<NoticeDispatcher>(play)
            );
        }

        public Program Program { get; }
        public StagedTable Table { get; }
        public NoticeBell Bell { get; } = new();
        public NoticePointers Pointers { get; }
        public NoticeLedger Ledger { get; }
        public NoticeDispatcher Dispatcher { get; }
        public CancellationTokenSource Stopping { get; } = new();
    }

    private sealed class PlayLog<T>(RandomPlay play) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => play.Logged(exception);
    }
}

/// <summary>Something that has to hold does not.</summary>
internal sealed class PlayException(string message) : Exception(message);

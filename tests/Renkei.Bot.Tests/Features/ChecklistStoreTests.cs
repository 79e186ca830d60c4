using Renkei.Bot.Checklists;
using Renkei.Bot.Tests.Play;
using Renkei.Bot.Themes;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;
using Renkei.Tables;

namespace Renkei.Bot.Tests.Features;

public sealed class ChecklistStoreTests : IAsyncLifetime
{
    private static readonly Person Sato = Nurse(3, "佐藤 美咲");
    private static readonly Person Tanaka = Nurse(5, "田中 浩");
    private static readonly ItemId Eight = ItemId.National(8);
    private static readonly ItemId Nine = ItemId.National(9);

    private readonly TestBot bot = new();
    private ThemeId theme = null!;

    private ChecklistStore Store => bot.Checklist;

    public async Task InitializeAsync() => theme = await bot.ThemeAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Save_FirstAnswer_IsStoredWithHistorySummaryAndPosition()
    {
        SaveOutcome outcome = await SaveAsync(Sato, "a", Edit(Eight, 0, ItemStatus.Preparing, "窓口は事務局長"));

        Assert.Equal(["08"], outcome.Saved);
        Assert.Empty(outcome.Conflicts);
        ItemState stored = await ItemAsync(Eight);
        Assert.Equal(
            new ItemState(
                new(ItemStatus.Preparing, "", "窓口は事務局長", null, null),
                1,
                Sato.Ref,
                new DateTimeOffset(2026, 12, 4, 0, 0, 0, TimeSpan.Zero)
            ),
            stored
        );
        Assert.Equal([new(stored, false)], await HistoryAsync(Eight));
        ThemeSummary summary = await SummaryAsync();
        Assert.Equal(ItemStatus.Preparing, summary.StatusOf(Eight));
        Assert.Equal(new LastChange(Sato.Ref, bot.Clock.Now), summary.LastChange);
        Assert.Equal(new WalkPosition(theme, 4, "a"), await PositionAsync(Sato));
    }

    [Fact]
    public async Task Save_NothingSet_ChangesNothingButThePosition()
    {
        bot.Table.Reset();
        SaveOutcome outcome = await SaveAsync(Sato, "a", Edit(Eight, 0, ItemStatus.NotStarted));

        Assert.Empty(outcome.Saved);
        Assert.Empty(await HistoryAsync(Eight));
        Assert.Equal(new WalkPosition(theme, 4, null), await PositionAsync(Sato));
        Assert.Equal(1, bot.Table.Commits);
    }

    [Fact]
    public async Task Save_UnknownTheme_IsNothing() =>
        Assert.Null(
            await Store.SaveAsync(
                new(
                    Sato,
                    ThemeId.Of("tobu", 2026, "nowhere"),
                    [Edit(Eight, 0, ItemStatus.Preparing)],
                    new(theme, 4, null),
                    "a"
                ),
                CancellationToken.None
            )
        );

    [Fact]
    public async Task Save_Repeated_ChangesOnceAndSaysTheSame()
    {
        AnswerEdit edit = Edit(Eight, 0, ItemStatus.InProgress);
        SaveOutcome first = await SaveAsync(Sato, "a", edit);
        SaveOutcome again = await SaveAsync(Sato, "a", edit);

        Assert.Equal(1, (await ItemAsync(Eight)).Revision);
        Assert.Empty(again.Conflicts);
        Assert.Equal(first.Summary.Statuses, again.Summary.Statuses);
    }

    [Fact]
    public async Task Save_SameOldCardFilledInDifferently_Counts()
    {
        await SaveAsync(Sato, "a", Edit(Eight, 0, ItemStatus.InProgress));
        SaveOutcome outcome = await SaveAsync(Sato, "b", Edit(Nine, 0, ItemStatus.Preparing));

        Assert.Equal(["09"], outcome.Saved);
        Assert.Equal(ItemStatus.InProgress, (await ItemAsync(Eight)).Answer.Status);
    }

    [Fact]
    public async Task Save_RepeatedAfterSomebodyElseChangedTheLine_ShowsTruthAndAsksNothing()
    {
        AnswerEdit edit = Edit(Eight, 0, ItemStatus.InProgress);
        await SaveAsync(Sato, "a", edit);
        await SaveAsync(Tanaka, "b", Edit(Eight, 1, ItemStatus.Established));

        SaveOutcome again = await SaveAsync(Sato, "a", edit);

        Assert.Empty(again.Conflicts);
        Assert.Equal(ItemStatus.Established, again.Items["08"].Answer.Status);
        Assert.Equal(2, (await ItemAsync(Eight)).Revision);
    }

    [Fact]
    public async Task Save_RepeatedAfterOnePartConflicted_StillAsks()
    {
        await SaveAsync(Tanaka, "t", Edit(Nine, 0, ItemStatus.Established));
        AnswerEdit[] card = [Edit(Eight, 0, ItemStatus.InProgress), Edit(Nine, 0, ItemStatus.Preparing)];
        SaveOutcome first = await SaveAsync(Sato, "a", card);
        SaveOutcome again = await SaveAsync(Sato, "a", card);

        Assert.Equal(["08"], first.Saved);
        Assert.Equal([Nine], first.Conflicts.Select(c => c.Item));
        Assert.Equal([Nine], again.Conflicts.Select(c => c.Item));
        Assert.Equal(ItemStatus.Established, (await ItemAsync(Nine)).Answer.Status);
    }

    [Fact]
    public async Task Save_PartsOfOneLineByTwo_AreBroughtTogether()
    {
        await SaveAsync(Tanaka, "t", Edit(Eight, 0, ItemStatus.Established));
        SaveOutcome outcome = await SaveAsync(Sato, "a", Edit(Eight, 0, ItemStatus.NotStarted, "窓口は事務局長"));

        Assert.Empty(outcome.Conflicts);
        Assert.Equal(
            new Answer(ItemStatus.Established, "", "窓口は事務局長", null, null),
            (await ItemAsync(Eight)).Answer
        );
    }

    [Fact]
    public async Task Save_SamePartByTwo_IsNotWrittenAndAsked()
    {
        await SaveAsync(Tanaka, "t", Edit(Eight, 0, ItemStatus.Established, "済んだ"));
        SaveOutcome outcome = await SaveAsync(Sato, "a", Edit(Eight, 0, ItemStatus.Preparing));

        AnswerConflict conflict = Assert.Single(outcome.Conflicts);
        Assert.Equal(("田中 浩", ItemStatus.Established), (conflict.Theirs.By!.Name, conflict.Theirs.Answer.Status));
        Assert.Equal(new Answer(ItemStatus.Preparing, "", "済んだ", null, null), conflict.Mine);
        Assert.Equal(1, (await ItemAsync(Eight)).Revision);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(999_999)]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    public async Task Save_ForgedRevision_NeverOverwritesUnasked(int forged)
    {
        await SaveAsync(Tanaka, "t", Edit(Eight, 0, ItemStatus.InProgress, "済んだ"));
        await SaveAsync(Tanaka, "u", Edit(Eight, 1, ItemStatus.Established, "済んだ"));

        SaveOutcome outcome = await SaveAsync(Sato, "a", Edit(Eight, forged, ItemStatus.Preparing, "まだ"));

        Assert.Single(outcome.Conflicts);
        Assert.Equal(new Answer(ItemStatus.Established, "", "済んだ", null, null), (await ItemAsync(Eight)).Answer);
    }

    [Theory]
    [InlineData(nameof(Trouble.BeforeWriting))]
    [InlineData(nameof(Trouble.AfterWriting))]
    public async Task Save_StoreFailsAroundTheCommit_RetryEndsInOneRevision(string when)
    {
        AnswerEdit edit = Edit(Eight, 0, ItemStatus.InProgress, "窓口は事務局長");
        bot.Table.NextCommits.Enqueue(Enum.Parse<Trouble>(when));

        await Assert.ThrowsAsync<TableUnavailableException>(() => SaveAsync(Sato, "a", edit));
        SaveOutcome retried = await SaveAsync(Sato, "a", edit);

        Assert.Empty(retried.Conflicts);
        Assert.Equal("窓口は事務局長", retried.Items["08"].Answer.Note);
        Assert.Single(await HistoryAsync(Eight));
        Assert.Equal(ItemStatus.InProgress, (await SummaryAsync()).StatusOf(Eight));
    }

    [Fact]
    public async Task Undo_OwnSave_IsAsBeforeAndInTheHistory()
    {
        await SaveAsync(Sato, "a", Edit(Eight, 0, ItemStatus.Preparing, "窓口は事務局長"));
        await SaveAsync(Sato, "b", Edit(Eight, 1, ItemStatus.Established, ""));

        UndoOutcome undone = (await UndoAsync(Sato, "b"))!;

        Assert.Equal(["08"], undone.Reverted);
        Assert.Empty(undone.Kept);
        Assert.Equal(
            new Answer(ItemStatus.Preparing, "", "窓口は事務局長", null, null),
            (await ItemAsync(Eight)).Answer
        );
        Assert.Equal([true, false, false], (await HistoryAsync(Eight)).Select(r => r.IsUndo));
        Assert.Equal(ItemStatus.Preparing, (await SummaryAsync()).StatusOf(Eight));
    }

    [Fact]
    public async Task Undo_Twice_SaysTheSameAndChangesOnce()
    {
        await SaveAsync(Sato, "a", Edit(Eight, 0, ItemStatus.Preparing));

        await UndoAsync(Sato, "a");
        UndoOutcome again = (await UndoAsync(Sato, "a"))!;

        Assert.Equal(["08"], again.Reverted);
        Assert.Empty(again.Kept);
        Assert.Equal(2, (await HistoryAsync(Eight)).Count);
    }

    [Fact]
    public async Task Undo_LineChangedSince_StaysAsItIs()
    {
        await SaveAsync(Sato, "a", Edit(Eight, 0, ItemStatus.Preparing), Edit(Nine, 0, ItemStatus.Preparing));
        await SaveAsync(Tanaka, "b", Edit(Eight, 1, ItemStatus.Established));

        UndoOutcome undone = (await UndoAsync(Sato, "a"))!;

        Assert.Equal(["09"], undone.Reverted);
        Assert.Equal(["08"], undone.Kept);
        Assert.Equal(ItemStatus.Established, (await ItemAsync(Eight)).Answer.Status);
        Assert.Equal(ItemStatus.NotStarted, (await ItemAsync(Nine)).Answer.Status);
    }

    [Fact]
    public async Task Undo_SomebodyElsesSave_IsRefused()
    {
        await SaveAsync(Sato, "a", Edit(Eight, 0, ItemStatus.Preparing));

        Assert.Null(await UndoAsync(Tanaka, "a"));
        Assert.Equal(1, (await ItemAsync(Eight)).Revision);
    }

    [Fact]
    public async Task Save_TwoPeopleAHundredAtOnce_EveryAcknowledgedAnswerIsInTheHistoryInOrder()
    {
        Random dice = new(20261204);
        (Person By, int Item, ItemStatus Status, int Delay)[] plan =
        [
            .. Enumerable
                .Range(0, 100)
                .Select(n =>
                    (n % 2 == 0 ? Sato : Tanaka, dice.Next(1, 8), (ItemStatus)dice.Next(0, 4), dice.Next(0, 3))
                ),
        ];
        List<(int Item, int Revision, string Note)> acknowledged = [];

        async Task WorkAsync(Person by)
        {
            int n = 0;
            foreach ((Person who, int item, ItemStatus status, int delay) in plan.Where(p => p.By == by))
            {
                await Task.Delay(delay);
                ItemId id = ItemId.National(item);
                ItemState seen = await ItemAsync(id);
                string note = $"{by.Name} {n++}";
                SaveOutcome outcome = await SaveAsync(
                    who,
                    $"{by.Id.ObjectId[^1]}{n}",
                    Edit(id, seen.Revision, status, note)
                );
                if (outcome.Saved.Count > 0)
                {
                    lock (acknowledged)
                    {
                        acknowledged.Add((item, outcome.Items[id.Key].Revision, note));
                    }
                }
            }
        }
        await Task.WhenAll(Task.Run(() => WorkAsync(Sato)), Task.Run(() => WorkAsync(Tanaka)));

        Assert.InRange(acknowledged.Count, 60, 100);
        ThemeSummary summary = await SummaryAsync();
        for (int item = 1; item < 8; item++)
        {
            ItemId id = ItemId.National(item);
            IReadOnlyList<Revision> history = await HistoryAsync(id);
            Assert.Equal(
                acknowledged.Where(a => a.Item == item).OrderBy(a => a.Revision).Select(a => (a.Revision, a.Note)),
                history.Reverse().Select(r => (r.State.Revision, r.State.Answer.Note))
            );
            Assert.Equal(Enumerable.Range(1, history.Count), history.Reverse().Select(r => r.State.Revision));
            Assert.Equal((await ItemAsync(id)).Answer.Status, summary.StatusOf(id));
        }
    }

    [Fact]
    public async Task Position_LastYearsTheme_IsKeptApartFromThisYears()
    {
        ThemeId last = ThemeId.Of("tobu", 2025, "taiin");
        await Store.KeepPositionAsync(Sato, new(last, 3, null), CancellationToken.None);

        Assert.Null(await PositionAsync(Sato));
        Assert.Equal(
            new WalkPosition(last, 3, null),
            await Store.FindPositionAsync(Sato, "tobu", 2025, CancellationToken.None)
        );
    }

    private static Person Nurse(int number, string name) =>
        new(new(TestBot.Tenant, TestBot.IdOf(number)), name, Role.Nurse, "tobu", null);

    private static AnswerEdit Edit(ItemId item, int seen, ItemStatus status, string note = "") =>
        new(item, seen, new(status, "", note, null, null));

    private async Task<SaveOutcome> SaveAsync(Person by, string id, params AnswerEdit[] edits) =>
        (await Store.SaveAsync(new(by, theme, edits, new(theme, 4, null), id), CancellationToken.None))!;

    private Task<UndoOutcome?> UndoAsync(Person by, string save) =>
        Store.UndoAsync(by, theme, save, new(theme, 4, null), CancellationToken.None);

    private async Task<ItemState> ItemAsync(ItemId item) =>
        (await Store.ItemsAsync(TestBot.Tenant, theme, CancellationToken.None)).GetValueOrDefault(
            item.Key,
            ItemState.Untouched
        );

    private Task<IReadOnlyList<Revision>> HistoryAsync(ItemId item) =>
        Store.HistoryAsync(TestBot.Tenant, theme, item, 200, CancellationToken.None);

    private async Task<ThemeSummary> SummaryAsync() =>
        (await bot.Themes.FindAsync(TestBot.Tenant, theme, CancellationToken.None))!;

    private Task<WalkPosition?> PositionAsync(Person person) =>
        Store.FindPositionAsync(person, "tobu", 2026, CancellationToken.None).AsTask();
}

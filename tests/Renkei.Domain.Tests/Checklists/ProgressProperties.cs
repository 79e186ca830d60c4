using FsCheck;
using FsCheck.Fluent;
using Renkei.Domain.Checklists;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Tests.Playbooks;

namespace Renkei.Domain.Tests.Checklists;

public sealed class ProgressProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2000);

    // Mostly reached, so that stages that are ready are drawn as often as others.
    private static readonly Gen<ItemStatus> Statuses = Gen.Frequency(
        (1, Gen.Constant(ItemStatus.NotStarted)),
        (1, Gen.Constant(ItemStatus.Preparing)),
        (6, Gen.Constant(ItemStatus.InProgress)),
        (4, Gen.Constant(ItemStatus.Established)),
        (4, Gen.Constant(ItemStatus.NotApplicable))
    );

    // The national table has 35 lines, so that every line has a state.
    private static readonly Arbitrary<Walk> Walks = (
        from sizes in Gen.Choose(1, 3).ArrayOf(8)
        from groupsInFirst in Gen.Choose(1, 7)
        from statuses in Statuses.ArrayOf(35)
        from hidden in Gen.Choose(1, 3)
        select new Walk(Build(sizes, groupsInFirst), statuses, hidden)
    ).ToArbitrary();

    [Fact]
    public void Stage_IsReady_ExactlyWhenEveryApplicableItemIsReached() =>
        Check(w =>
            w.Progress.Stages.All(s =>
                s.IsReady
                == w.StatusesOf(s.Stage)
                    .All(i => i is ItemStatus.InProgress or ItemStatus.Established or ItemStatus.NotApplicable)
            )
        );

    [Fact]
    public void Percent_Is100_ExactlyWhenReady() =>
        Check(w => w.Progress.Stages.All(s => s.Percent is >= 0 and <= 100 && (s.Percent == 100) == s.IsReady));

    [Fact]
    public void Current_IsTheFirstStageNotReady() =>
        Check(w =>
        {
            int ready = w.Progress.Stages.TakeWhile(s => s.IsReady).Count();
            return ready == w.Progress.Stages.Count
                ? w.Progress.Current is null
                : w.Progress.Current == w.Progress.Stages[ready];
        });

    [Fact]
    public void Next_IsTheFirstOpenItemOfTheCurrentStage() =>
        Check(w =>
            w.Progress.Current is { } current
                ? w.Progress.Next
                    == current
                        .Stage.Groups.SelectMany(g => g.Items)
                        .First(i => w.StatusOf(i.Id) is ItemStatus.NotStarted or ItemStatus.Preparing)
                : w.Progress.Next is null
        );

    [Fact]
    public void ReachedBefore_EverythingUpToItIsReachedOrDoesNotApply() =>
        Check(w =>
        {
            PlaybookItem[] before = [.. w.Playbook.Items.TakeWhile(i => i != w.Progress.Next)];
            PlaybookItem? last = before.LastOrDefault(i => w.StatusOf(i.Id) != ItemStatus.NotApplicable);
            return w.Progress.ReachedBefore == last && (last is null || w.StatusOf(last.Id).IsReached());
        });

    [Fact]
    public void HiddenItem_WhateverItsState_DoesNotCount() =>
        Check(w =>
        {
            PlaybookItem hidden = w.Playbook.Items[w.Hidden];
            Playbook without = new Overlay(
                new OverlayScope.OfCentre("tobu"),
                [new(hidden.Id, "該当しない")],
                [],
                []
            ).On(w.Playbook);
            return ItemStatuses.All.All(state =>
            {
                Progress progress = Progress.Of(without, id => id == hidden.Id ? state : w.StatusOf(id));
                ItemStatus was = w.StatusOf(hidden.Id);
                return progress.Next != hidden
                    && progress.Reached == w.Progress.Reached - (was.IsReached() ? 1 : 0)
                    && progress.Applicable == w.Progress.Applicable - (was == ItemStatus.NotApplicable ? 0 : 1);
            });
        });

    [Fact]
    public void Stage_OnlyItemsThatDoNotApply_IsReady()
    {
        Progress progress = Progress.Of(SmallPlaybook.Create(), _ => ItemStatus.NotApplicable);

        Assert.Null(progress.Current);
        Assert.Equal((0, 0), (progress.Reached, progress.Applicable));
        Assert.All(progress.Stages, s => Assert.Equal(100, s.Percent));
    }

    [Fact]
    public void Percent_TwoOfThree_IsRoundedDown()
    {
        Progress progress = Progress.Of(
            SmallPlaybook.Create(),
            id => id.Key == "03" ? ItemStatus.Preparing : ItemStatus.InProgress
        );

        Assert.Equal([66, 100], progress.Stages.Select(s => s.Percent));
        Assert.Equal(("表1-3", "表1-2"), (progress.Next?.Source, progress.ReachedBefore?.Source));
    }

    private static Playbook Build(int[] sizes, int groupsInFirst)
    {
        int number = 0;
        RoleGroup[] groups =
        [
            .. sizes.Select(
                (size, at) =>
                    new RoleGroup(
                        at + 1,
                        SmallPlaybook.Both($"役割{at}"),
                        [.. Enumerable.Range(0, size).Select(_ => SmallPlaybook.Item(++number))]
                    )
            ),
        ];
        return new([
            new(1, SmallPlaybook.Both("段階一"), groups[..groupsInFirst]),
            new(2, SmallPlaybook.Both("段階二"), groups[groupsInFirst..]),
        ]);
    }

    private static void Check(Func<Walk, bool> holds) => Prop.ForAll(Walks, holds).Check(Thorough);

    private sealed record Walk(Playbook Playbook, ItemStatus[] Statuses, int Hidden)
    {
        public Progress Progress => Progress.Of(Playbook, StatusOf);

        public ItemStatus StatusOf(ItemId id) => Statuses[int.Parse(id.Key) - 1];

        public IEnumerable<ItemStatus> StatusesOf(Stage stage) =>
            stage.Groups.SelectMany(g => g.Items).Select(i => StatusOf(i.Id));
    }
}

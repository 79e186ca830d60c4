using Renkei.Domain.Playbooks;
using static Renkei.Domain.Tests.Playbooks.SmallPlaybook;

namespace Renkei.Domain.Tests.Playbooks;

public sealed class OverlayTests
{
    private static readonly ItemId Kodomo = ItemId.Local("kodomo", "ひかり-1");
    private static readonly OverlayScope Tobu = new OverlayScope.OfCentre("tobu");

    [Fact]
    public void On_HiddenLine_IsGoneAndItsReasonKept()
    {
        Playbook playbook = new Overlay(Tobu, [new(ItemId.National(2), "県で実施")], [], []).On(Create());

        Assert.Equal(["01", "03", "04"], playbook.Items.Select(i => i.Id.Key));
        Assert.Equal([new HiddenItem(ItemId.National(2), "県で実施")], playbook.Hidden);
    }

    [Fact]
    public void On_LastLineOfAGroupOrStageHidden_TheGroupAndStageAreGone()
    {
        Playbook playbook = new Overlay(
            Tobu,
            [new(ItemId.National(3), "なし"), new(ItemId.National(4), "なし")],
            [],
            []
        ).On(Create());

        Assert.Equal([1], playbook.Stages.Select(s => s.Number));
        Assert.Equal([1], playbook.Groups.Select(g => g.Number));
    }

    [Fact]
    public void On_RewordedLine_KeepsItsNumberAndNextStep()
    {
        PlaybookItem item = new Overlay(Tobu, [], [new(ItemId.National(2), new("別の言い方", "Other words"))], [])
            .On(Create())
            .Find("02")!;

        Assert.Equal("表1-2", item.Source);
        Assert.Equal("別の言い方", item.Text.Ja);
        Assert.Equal("02の用意", item.NextStep.Ja);
    }

    [Fact]
    public void On_AddedLine_StandsBehindTheLineNamed()
    {
        Playbook playbook = new Overlay(Tobu, [], [], [new(Item(Kodomo), 1, ItemId.National(1))]).On(Create());

        Assert.Equal(["01", "x-kodomo", "02", "03", "04"], playbook.Items.Select(i => i.Id.Key));
        Assert.Equal("ひかり-1", playbook.Items[1].Source);
    }

    [Fact]
    public void On_AddedLineWithoutPlace_StandsLastInItsGroup()
    {
        Playbook playbook = new Overlay(Tobu, [], [], [new(Item(Kodomo), 1, null)]).On(Create());

        Assert.Equal(["01", "02", "x-kodomo", "03", "04"], playbook.Items.Select(i => i.Id.Key));
    }

    [Fact]
    public void On_AddedBehindALineThatIsHidden_StandsWhereThatWas()
    {
        Playbook playbook = new Overlay(
            Tobu,
            [new(ItemId.National(1), "なし")],
            [],
            [new(Item(Kodomo), 1, ItemId.National(1))]
        ).On(Create());

        Assert.Equal(["x-kodomo", "02", "03", "04"], playbook.Items.Select(i => i.Id.Key));
    }

    [Fact]
    public void On_UnknownLine_Throws()
    {
        Assert.Throws<ArgumentException>(() =>
            new Overlay(Tobu, [new(ItemId.National(9), "なし")], [], []).On(Create())
        );
        Assert.Throws<ArgumentException>(() =>
            new Overlay(Tobu, [], [], [new(Item(Kodomo), 1, ItemId.National(3))]).On(Create())
        );
        Assert.Throws<ArgumentException>(() => new Overlay(Tobu, [], [], [new(Item(Kodomo), 7, null)]).On(Create()));
    }

    [Fact]
    public void On_Overlay_LeavesThePlaybookBelowAsItWas()
    {
        Playbook below = Create();

        new Overlay(Tobu, [new(ItemId.National(2), "なし")], [], []).On(below);

        Assert.Equal(4, below.Items.Count);
        Assert.Empty(below.Hidden);
    }
}

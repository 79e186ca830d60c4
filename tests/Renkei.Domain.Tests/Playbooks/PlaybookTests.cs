using Renkei.Domain.Playbooks;

namespace Renkei.Domain.Tests.Playbooks;

public sealed class PlaybookTests
{
    private readonly Playbook playbook = SmallPlaybook.Create();

    [Fact]
    public void Find_IdOrKey_IsTheLine()
    {
        Assert.Equal("表1-3", playbook.Find(ItemId.National(3))?.Source);
        Assert.Equal("表1-3", playbook.Find("03")?.Source);
        Assert.Null(playbook.Find("05"));
        Assert.Null(playbook.Find(ItemId.Local("kodomo", "ひかり-1")));
    }

    [Fact]
    public void GroupOfAndStageOf_Line_AreWhereItStands()
    {
        Assert.Equal(2, playbook.GroupOf(ItemId.National(3))?.Number);
        Assert.Equal(1, playbook.StageOf(ItemId.National(3))?.Number);
        Assert.Equal(2, playbook.StageOf(ItemId.National(4))?.Number);
        Assert.Null(playbook.GroupOf(ItemId.National(35)));
        Assert.Null(playbook.StageOf(ItemId.National(35)));
    }

    [Fact]
    public void Constructor_LineTwice_Throws() =>
        Assert.Throws<ArgumentException>(() =>
            new Playbook([
                new(
                    1,
                    SmallPlaybook.Both("段階"),
                    [new(1, SmallPlaybook.Both("役割"), [SmallPlaybook.Item(1), SmallPlaybook.Item(1)])]
                ),
            ])
        );

    [Fact]
    public void Constructor_StagesOutOfOrder_Throws() =>
        Assert.Throws<ArgumentException>(() =>
            new Playbook([new(2, SmallPlaybook.Both("二"), []), new(1, SmallPlaybook.Both("一"), [])])
        );
}

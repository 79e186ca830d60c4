using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;
using static Renkei.Domain.Tests.Playbooks.SmallPlaybook;

namespace Renkei.Domain.Tests.Playbooks;

public sealed class PlaybookSetTests
{
    private static readonly Organisation Places = new(
        [Prefectures.Sample, Prefectures.All[0]],
        [
            new("tobu", Both("東部保健所"), "00"),
            new("seibu", Both("西部保健所"), "00"),
            new("kita", Both("北保健所"), "01"),
        ],
        []
    );

    private static readonly Overlay OfHikari = new(
        new OverlayScope.OfPrefecture("00"),
        [new(ItemId.National(2), "県で実施")],
        [],
        [new(Item(ItemId.Local("kodomo", "ひかり-1")), 2, null)]
    );

    private static readonly Overlay OfTobu = new(
        new OverlayScope.OfCentre("tobu"),
        [new(ItemId.Local("kodomo", "ひかり-1"), "東部では別に実施")],
        [new(ItemId.National(3), new("東部の言い方", "Tobu's words"))],
        []
    );

    [Fact]
    public void For_Centre_IsNationalThenPrefectureThenCentre()
    {
        // The order of the files does not matter.
        PlaybookSet set = new(Create(), Places, [OfTobu, OfHikari]);

        Assert.Equal(["01", "03", "04"], set.For("tobu").Items.Select(i => i.Id.Key));
        Assert.Equal("東部の言い方", set.For("tobu").Find("03")?.Text.Ja);
        Assert.Equal(["02", "x-kodomo"], set.For("tobu").Hidden.Select(h => h.Id.Key));
        Assert.Equal(["01", "03", "x-kodomo", "04"], set.For("seibu").Items.Select(i => i.Id.Key));
        Assert.Equal(["01", "02", "03", "04"], set.For("kita").Items.Select(i => i.Id.Key));
    }

    [Fact]
    public void For_UnknownCentre_IsTheNationalPlaybook()
    {
        PlaybookSet set = new(Create(), Places, [OfHikari]);

        Assert.Same(set.National, set.For("closed"));
    }

    [Fact]
    public void Constructor_TwoOverlaysForOnePlace_Throws() =>
        Assert.Throws<ArgumentException>(() =>
            new PlaybookSet(Create(), Places, [OfHikari, OfHikari with { Hidden = [] }])
        );
}

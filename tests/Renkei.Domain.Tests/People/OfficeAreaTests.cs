using Renkei.Domain.People;
using Renkei.Domain.Places;

namespace Renkei.Domain.Tests.People;

public sealed class OfficeAreaTests
{
    private static readonly Organisation Places = new(
        [new("06", new("山形県", "Yamagata")), new("07", new("福島県", "Fukushima"))],
        [
            new("murayama", new("中央保健所", "Chuo Health Centre"), "06"),
            new("kenpoku", new("中央保健所", "Chuo Health Centre"), "07"),
            new("aizu", new("会津保健所", "Aizu Health Centre"), "07"),
        ],
        []
    );

    [Fact]
    public void Oversees_HeadOffice_ItsPrefectureAndNoOther()
    {
        Person office = Of(Role.HeadOffice, area: "07");

        Assert.True(office.Oversees("kenpoku"));
        Assert.False(office.Oversees("murayama"));
        Assert.True(office.IsHeadOfficeOf("07"));
        Assert.False(office.OverseesPrefecture("06"));
        Assert.Equal(["07"], Places.PrefecturesOf(office).Select(p => p.Code));
        Assert.Equal(["kenpoku", "aizu"], Places.OverseenBy(office).Select(c => c.Code));
    }

    [Fact]
    public void IsPlaced_HeadOfficeWithoutPrefecture_IsNotAndOverseesNothing()
    {
        Person office = Of(Role.HeadOffice);

        Assert.False(office.IsPlaced);
        Assert.False(office.Oversees("kenpoku"));
        Assert.Empty(Places.PrefecturesOf(office));
        Assert.Empty(Places.OverseenBy(office));
    }

    [Fact]
    public void Oversees_Administrator_All()
    {
        Person administrator = Of(Role.Administrator);

        Assert.True(administrator.IsPlaced);
        Assert.True(administrator.Oversees("murayama"));
        Assert.False(administrator.IsHeadOfficeOf("07"));
        Assert.Equal(["06", "07"], Places.PrefecturesOf(administrator).Select(p => p.Code));
    }

    [Fact]
    public void Oversees_NurseWithAnArea_Nothing()
    {
        Person nurse = Of(Role.Nurse, centre: "aizu", area: "07");

        Assert.False(nurse.Oversees("aizu"));
        Assert.False(nurse.OverseesPrefecture("07"));
        Assert.Equal(["07"], Places.PrefecturesOf(nurse).Select(p => p.Code));
    }

    [Fact]
    public void LabelOf_SeveralPrefectures_NamesThePrefecture()
    {
        Assert.Equal("中央保健所（福島県）", Places.LabelOf(Places.FindCentre("kenpoku")!).Ja);
        Assert.Equal("Chuo Health Centre (Yamagata)", Places.LabelOf(Places.FindCentre("murayama")!).En);
    }

    private static Person Of(Role role, string? centre = null, string? area = null) =>
        new(new("tenant", "p"), "だれか", role, centre, null) { Area = area is null ? null : Places.AreaOf(area) };
}

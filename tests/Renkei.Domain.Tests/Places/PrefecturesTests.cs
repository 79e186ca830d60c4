using Renkei.Domain.Places;

namespace Renkei.Domain.Tests.Places;

public sealed class PrefecturesTests
{
    [Theory]
    [InlineData("01", "北海道", "Hokkaido")]
    [InlineData("07", "福島県", "Fukushima")]
    [InlineData("13", "東京都", "Tokyo")]
    [InlineData("27", "大阪府", "Osaka")]
    [InlineData("31", "鳥取県", "Tottori")]
    [InlineData("34", "広島県", "Hiroshima")]
    [InlineData("44", "大分県", "Oita")]
    [InlineData("47", "沖縄県", "Okinawa")]
    [InlineData("00", "ひかり県", "Hikari")]
    public void Find_Code_IsThePrefectureOfTheStandard(string code, string ja, string en) =>
        Assert.Equal(new Prefecture(code, new(ja, en)), Prefectures.Find(code));

    [Theory]
    [InlineData("48")]
    [InlineData("1")]
    public void Find_UnknownCode_IsNull(string code) => Assert.Null(Prefectures.Find(code));

    [Fact]
    public void All_Codes_Run01To47()
    {
        Assert.Equal(47, Prefectures.All.Count);
        Assert.Equal("01", Prefectures.All[0].Code);
        Assert.Equal("47", Prefectures.All[46].Code);
        Assert.Equal(47, Prefectures.All.Select(p => p.Name.Ja).Distinct().Count());
        Assert.All(Prefectures.All, p => Assert.Matches("[都道府県]$", p.Name.Ja));
    }
}

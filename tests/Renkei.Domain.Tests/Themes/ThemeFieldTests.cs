using Renkei.Domain.Themes;

namespace Renkei.Domain.Tests.Themes;

public sealed class ThemeFieldTests
{
    [Fact]
    public void All_Fields_AreTheSevenAndOther()
    {
        Assert.Equal(
            [
                "市町村支援",
                "圏域医療計画",
                "地域リハビリテーション",
                "認知症",
                "退院支援",
                "緩和ケア",
                "難病",
                "その他",
            ],
            ThemeField.All.Select(f => f.Name.Ja)
        );
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], ThemeField.All.Select(f => f.Number));
    }

    [Fact]
    public void Find_StoredCode_IsTheField()
    {
        Assert.Same(ThemeField.Discharge, ThemeField.Find("discharge"));
        Assert.Null(ThemeField.Find("Discharge"));
        Assert.Equal(8, ThemeField.All.Select(f => f.Code).Distinct().Count());
    }
}

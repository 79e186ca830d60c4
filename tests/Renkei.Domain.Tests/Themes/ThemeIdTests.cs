using FsCheck;
using FsCheck.Fluent;
using Renkei.Domain.Themes;

namespace Renkei.Domain.Tests.Themes;

public sealed class ThemeIdTests
{
    [Fact]
    public void TryParse_GoodId_HasItsParts()
    {
        Assert.True(ThemeId.TryParse("tobu.2026.taiin", out ThemeId? id));
        Assert.Equal(("tobu", 2026, "taiin"), (id.CentreCode, id.FiscalYear, id.Name));
        Assert.Equal("tobu.2026.taiin", id.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("tobu.2026")]
    [InlineData("tobu.2026.taiin.more")]
    [InlineData("Tobu.2026.taiin")]
    [InlineData("tobu.2026.Taiin")]
    [InlineData("tobu.２０２６.taiin")]
    [InlineData("tobu.+026.taiin")]
    [InlineData("tobu. 026.taiin")]
    [InlineData("tobu.-026.taiin")]
    [InlineData("tobu.0026.taiin")]
    [InlineData("tobu.20260.taiin")]
    [InlineData("tobu.2026.tai~in")]
    [InlineData("tobu~chubu.2026.taiin")]
    [InlineData("tobu.2026.tai/in")]
    [InlineData("tobu.2026.taiin\n")]
    [InlineData("tobu.2026.taiin\0")]
    [InlineData("tobu.2026.退院")]
    [InlineData("tobu.2026.ｔａｉｉｎ")]
    [InlineData("東部.2026.taiin")]
    [InlineData("thirteenchars.2026.taiin")]
    [InlineData("tobu.2026.abcdefghijklmnopqrstuvwxyz0123456")]
    public void TryParse_AnyOtherForm_IsRefused(string? text)
    {
        Assert.False(ThemeId.TryParse(text, out ThemeId? id));
        Assert.Null(id);
    }

    [Fact]
    public void TryParse_WhateverComes_NeverThrowsAndOnlyTakesWhatItWouldWrite()
    {
        Gen<string> texts = Gen.OneOf(
            Gen.Elements("atobu20269.~/\0 +-退２".ToCharArray()).ArrayOf().Select(c => new string(c)),
            from centre in Gen.Elements("tobu", "a", "", "TOBU", "abcdefghijklm")
            from year in Gen.Choose(0, 12000)
            from name in Gen.Elements("taiin", "0", "", "a b", "x~y")
            select $"{centre}.{year}.{name}"
        );

        Prop.ForAll(texts.ToArbitrary(), text => !ThemeId.TryParse(text, out ThemeId? id) || id.ToString() == text)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [Fact]
    public void Of_PartsOfAnotherForm_Throws() =>
        Assert.Throws<ArgumentException>(() => ThemeId.Of("tobu", 2026, "退院"));
}

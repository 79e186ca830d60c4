using Renkei.Domain.Text;

namespace Renkei.Domain.Tests.Text;

public sealed class TextNormaliserTests
{
    [Theory]
    [InlineData("ヘルプ", "へるぷ")]
    [InlineData("ﾍﾙﾌﾟ", "へるぷ")]
    [InlineData("へるぷ！", "へるぷ")]
    [InlineData("ＨＥＬＰ", "help")]
    [InlineData(" Help, please. ", "help")]
    [InlineData("メニュー", "めにゅー")]
    [InlineData("ﾒﾆｭｰ", "めにゅー")]
    [InlineData("メニュ－", "めにゅー")]
    [InlineData("メニュ-", "めにゅー")]
    [InlineData("週次　まとめ", "週次まとめ")]
    [InlineData("週次まとめを見せてください。", "週次まとめ")]
    [InlineData("週次まとめ、お願いします", "週次まとめ")]
    [InlineData("週次まとめを見せていただけますか？", "週次まとめ")]
    [InlineData("すみません、週次まとめを見たいです", "週次まとめ")]
    [InlineData("会議準備をして", "会議準備")]
    [InlineData("会議準備がしたいです！！", "会議準備")]
    [InlineData("Please show me the weekly summary", "weeklysummary")]
    [InlineData("I'd like to see my tasks", "tasks")]
    [InlineData("㈱㌔", "株きろ")]
    public void Normalise_WhatPeopleType_IsOneForm(string text, string expected) =>
        Assert.Equal(expected, TextNormaliser.Normalise(text));

    [Theory]
    [InlineData("お願いします", "お願い")]
    [InlineData("見せてください", "見せて")]
    [InlineData("please", "please")]
    [InlineData("Show me", "showme")]
    [InlineData("の", "の")]
    public void Normalise_NothingButPoliteness_IsNotEmptied(string text, string expected) =>
        Assert.Equal(expected, TextNormaliser.Normalise(text));

    [Theory]
    [InlineData("")]
    [InlineData("！？ 。")]
    public void Normalise_NoLetter_IsEmpty(string text) => Assert.Equal("", TextNormaliser.Normalise(text));

    [Fact]
    public void Normalise_HalfASurrogatePair_IsNoError() =>
        Assert.Equal("まとめ", TextNormaliser.Normalise("まとめ\uD83D"));
}

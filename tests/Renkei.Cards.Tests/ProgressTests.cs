namespace Renkei.Cards.Tests;

public sealed class ProgressTests
{
    [Theory]
    [InlineData(0, 12, "□□□□□□□□□□ 0/12")]
    [InlineData(1, 35, "■□□□□□□□□□ 1/35")]
    [InlineData(6, 12, "■■■■■□□□□□ 6/12")]
    [InlineData(34, 35, "■■■■■■■■■□ 34/35")]
    [InlineData(35, 35, "■■■■■■■■■■ 35/35")]
    [InlineData(0, 0, "□□□□□□□□□□ 0/0")]
    public void Text_Numbers_AreDrawn(int done, int total, string expected) =>
        Assert.Equal(expected, Progress.Text(done, total));

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(3, 2)]
    [InlineData(0, -1)]
    public void Bar_OutOfRange_IsRefused(int done, int total) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Progress.Bar(done, total));
}

using Renkei.Domain.Places;

namespace Renkei.Domain.Tests.Places;

public sealed class MunicipalityCodeTests
{
    [Theory]
    [InlineData("010006")] // 北海道
    [InlineData("011002")] // 札幌市
    [InlineData("130001")] // 東京都: remainder 10
    [InlineData("131016")] // 千代田区
    [InlineData("473821")] // 与那国町
    [InlineData("002020")] // remainder 1 gives 0
    [InlineData("000001")] // remainder 0 gives 1
    public void IsValid_RightCheckDigit_IsTrue(string code) => Assert.True(MunicipalityCode.IsValid(code));

    [Theory]
    [InlineData("011003")]
    [InlineData("010106")]
    [InlineData("110002")]
    [InlineData("01100")]
    [InlineData("0110020")]
    [InlineData("01100a")]
    [InlineData("０１１００２")]
    [InlineData("")]
    public void IsValid_AnythingElse_IsFalse(string code) => Assert.False(MunicipalityCode.IsValid(code));
}

using Renkei.Domain.Text;

namespace Renkei.Domain.Tests.Text;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("まとめ", "まとめ", 0)]
    [InlineData("まとめ", "まめ", 1)]
    [InlineData("まとめ", "まととめ", 1)]
    [InlineData("まとめ", "まとぬ", 1)]
    [InlineData("まとめ", "とまめ", 1)]
    [InlineData("ab", "ba", 1)]
    [InlineData("abcd", "badc", 2)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)] // a swapped pair is not edited again
    public void Between_TwoTexts_CountsSlips(string a, string b, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(a, b));
        Assert.Equal(expected, EditDistance.Between(b, a));
    }
}
